import { error, type RequestEvent } from '@sveltejs/kit';
import { listWritable } from '#events/minutes/queries.server.ts';
import { readPublishedParticipation } from '#events/published-participation/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { read } from '#platform/locale/reader.ts';
import { requireAccount, requireRight } from './account.server.ts';
import { addressed } from './addressed.server.ts';

type Asked = Pick<RequestEvent, 'locals' | 'url'>;

/** The workshop at an address, with the sessions whose minutes the account may write; for anyone else nothing. */
export async function writtenWorkshop({ locals, url }: Asked, slug: string) {
  const account = requireAccount({ locals, url });
  const { db, actor } = locals;
  const workshop = await addressed(locals, 'workshops', slug, (id) => readWorkshop(db.reader, actor, id));
  const sessions = await listWritable(db.reader, actor, workshop.id);
  requireRight(sessions.length > 0);
  return { account, workshop, sessions };
}

/** One session at an address, with its minutes, as far as they were opened. */
export async function writtenSession(asked: Asked, params: { slug: string; anchor: string }) {
  const { account, workshop, sessions } = await writtenWorkshop(asked, params.slug);
  const session = sessions.find(({ item }) => item.anchor === params.anchor);
  if (!session) error(404, 'not-found');
  const { sessions: told } = await readPublishedParticipation(asked.locals.db.reader, workshop, [
    session.item,
  ]);
  return { account, workshop, ...session, attendance: told.get(session.item.id)?.attendance ?? null };
}

/** As {@link writtenSession}, where the minutes were opened. */
export async function openedMinutes(asked: Asked, params: { slug: string; anchor: string }) {
  const found = await writtenSession(asked, params);
  const { minutes } = found;
  if (!minutes) error(404, 'not-found');
  return { ...found, minutes };
}

/** What every page about one session's minutes says of it. */
export function minutesHead({ workshop, item, attendance }: Awaited<ReturnType<typeof writtenSession>>) {
  return {
    workshop: { slug: workshop.slug, name: read(workshop, 'title'), timeZone: workshop.time_zone },
    item: { id: item.id, anchor: item.anchor, name: read(item, 'title') },
    /** How many took part, as readers are told. */
    attendance,
  };
}
