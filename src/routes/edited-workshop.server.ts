import type { RequestEvent } from '@sveltejs/kit';
import { mayEditWorkshop } from '#events/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { read } from '#platform/locale/reader.ts';
import { requireAccount, requireRight } from './account.server.ts';
import { addressed } from './addressed.server.ts';

type Asked = Pick<RequestEvent, 'locals' | 'url'> & { params: { slug: string } };

/** The workshop at an address, for those who may change it; for anyone else there is nothing. */
export async function editedWorkshop({ locals, url, params }: Asked) {
  requireAccount({ locals, url });
  const { db, actor } = locals;
  const workshop = await addressed(locals, 'workshops', params.slug, (id) =>
    readWorkshop(db.reader, actor, id),
  );
  requireRight(await mayEditWorkshop(db.reader, actor, workshop.id));
  return workshop;
}

/** What every page of the office about one workshop says of it. */
export function headOf(workshop: Awaited<ReturnType<typeof editedWorkshop>>) {
  return { slug: workshop.slug, name: read(workshop, 'title') };
}
