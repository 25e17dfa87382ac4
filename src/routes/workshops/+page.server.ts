import { phaseOf } from '#events/workshops/model.ts';
import { listDates, listWorkshopsById } from '#events/workshops/queries.server.ts';
import { paginate } from '../paging.server.ts';

export const load = async ({ locals, url }) => {
  const now = locals.clock();
  const dates = await listDates(locals.db.reader, locals.actor);
  const phased = dates.map((dated) => ({ id: dated.id, ...phaseOf(dated, now) }));
  for (const { changesAt } of phased) if (changesAt) locals.reads.changesAt(changesAt);
  const idsOf = (phase: string) => phased.filter((entry) => entry.phase === phase).map(({ id }) => id);
  const { shown, paging } = paginate(locals, url, idsOf('past'));
  /** What is on and to come stands on the first page only. */
  const first = (ids: string[]) => (paging.page === 1 ? ids : []);
  const [upcoming, running, off, past] = await Promise.all(
    [first(idsOf('upcoming').reverse()), first(idsOf('running')), first(idsOf('off')), shown].map((ids) =>
      listWorkshopsById(locals.db.reader, locals.actor, ids),
    ),
  );
  return {
    upcoming: upcoming!,
    running: running!,
    past: past!,
    off: off!,
    paging,
    until: locals.reads.next,
  };
};
