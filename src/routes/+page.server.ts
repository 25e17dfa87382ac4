import { phaseOf } from '#events/workshops/model.ts';
import { listWorkshops } from '#events/workshops/queries.server.ts';
import { listConcluded, listConclusions } from '#events/conclusions/queries.server.ts';
import { countAhead } from '#follow-up/chain/queries.server.ts';
import { readOutlook } from '#follow-up/commitment-outlooks/queries.server.ts';
import { countRecommendations } from '#follow-up/recommendations/queries.server.ts';
import { listConcepts } from '#network/taxonomy/queries.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';
import { readPresence } from '#publication/territories/queries.server.ts';
import { recalled } from './recalled.server.ts';

/** How many of the commitments that fall due next the page tells. */
const NEXT = 5;

export const load = async ({ locals }) => {
  const { workshops, concluded, ...shown } = await recalled(locals, 'home', readHome);

  const at = locals.clock();
  const phased = workshops.map((workshop) => ({ workshop, ...phaseOf(workshop, at) }));
  for (const { changesAt } of phased) if (changesAt) locals.reads.changesAt(changesAt);
  const of = (phase: string) =>
    phased.filter((entry) => entry.phase === phase).map(({ workshop }) => workshop);

  const past = of('past');
  /** The meeting whose thread is told: the latest that concluded something, else the latest. */
  const told = past.find(({ id }) => concluded.includes(id)) ?? past[0];
  const conclusions = told
    ? await recalled(locals, `concluded/${told.id}`, ({ db }) => listConclusions(db.reader, told.id))
    : [];

  return {
    running: of('running').map(({ id }) => id),
    upcoming: [...of('running'), ...of('upcoming').reverse()],
    past,
    told: told?.id,
    conclusions,
    until: locals.reads.next,
    ...shown,
  };
};

async function readHome({ db: { reader }, actor }: App.Locals) {
  const [workshops, regions, recommendations, concluded, axes, ahead, outlook] = await Promise.all([
    listWorkshops(reader, actor),
    listTerritories(reader, 'region'),
    countRecommendations(reader, actor),
    listConcluded(reader, actor),
    listConcepts(reader, 'axis'),
    countAhead(reader, actor),
    readOutlook(reader, actor, {}, NEXT),
  ]);
  const presence = await readPresence(
    reader,
    actor,
    regions.map(({ id }) => id),
  );
  return { workshops, regions, presence, recommendations, concluded, axes, ahead, outlook };
}
