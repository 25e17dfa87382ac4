import { phaseOf } from '#events/workshops/model.ts';
import { listWorkshops } from '#events/workshops/queries.server.ts';

export const load = async ({ locals }) => {
  const workshops = await listWorkshops(locals.db.reader, locals.actor);
  const now = locals.clock();
  const phased = workshops.map((workshop) => ({ workshop, ...phaseOf(workshop, now) }));
  for (const { changesAt } of phased) if (changesAt) locals.reads.changesAt(changesAt);
  const of = (phase: string) =>
    phased.filter((entry) => entry.phase === phase).map(({ workshop }) => workshop);
  return {
    upcoming: of('upcoming').reverse(),
    running: of('running'),
    past: of('past'),
    off: of('off'),
    until: locals.reads.next,
  };
};
