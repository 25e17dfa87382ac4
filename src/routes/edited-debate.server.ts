import type { RequestEvent } from '@sveltejs/kit';
import { mayEditDebate, readDebate } from '#deliberation/debates/queries.server.ts';
import { requireAccount, requireRight } from './account.server.ts';
import { addressed } from './addressed.server.ts';

/** The debate at an address, for those who change it. */
export async function editedDebate({
  locals,
  url,
  params,
}: Pick<RequestEvent, 'locals' | 'url'> & { params: { slug: string } }) {
  requireAccount({ locals, url });
  const { db, actor } = locals;
  const debate = await addressed(locals, 'debates', params.slug, (id) => readDebate(db.reader, actor, id));
  requireRight(await mayEditDebate(db.reader, actor, debate.id));
  return debate;
}
