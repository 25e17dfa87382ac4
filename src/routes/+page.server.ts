import { phaseOf } from '#events/workshops/model.ts';
import { listWorkshops } from '#events/workshops/queries.server.ts';
import { listAllConclusions } from '#events/conclusions/queries.server.ts';
import { listRecommendations } from '#follow-up/recommendations/queries.server.ts';
import { linkedTo } from '#network/links/queries.server.ts';
import { listConcepts } from '#network/taxonomy/queries.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';

export const load = async ({ locals }) => {
  const db = locals.db.reader;
  const [workshops, regions, recommendations, conclusions, axes] = await Promise.all([
    listWorkshops(db, locals.actor),
    listTerritories(db, 'region'),
    listRecommendations(db),
    listAllConclusions(db, locals.actor),
    listConcepts(db, 'axis'),
  ]);
  const regionIds = regions.map(({ id }) => id);
  const [concerning, initiatives] = await Promise.all([
    linkedTo(db, 'workshops', regionIds, ['concerns']),
    linkedTo(db, 'initiatives', regionIds, ['concerns']),
  ]);

  const at = locals.clock();
  const phased = workshops.map((workshop) => ({ workshop, ...phaseOf(workshop, at) }));
  for (const { changesAt } of phased) if (changesAt) locals.reads.changesAt(changesAt);
  const of = (phase: string) =>
    phased.filter((entry) => entry.phase === phase).map(({ workshop }) => workshop);

  const readable = new Set(workshops.map(({ id }) => id));
  const meetings = new Map<string, Set<string>>(regionIds.map((id) => [id, new Set()]));
  for (const { id, territory_id } of workshops) if (territory_id) meetings.get(territory_id)?.add(id);
  for (const { id, other_id } of concerning) if (readable.has(id)) meetings.get(other_id)?.add(id);
  const withInitiative = new Set(initiatives.map(({ other_id }) => other_id));

  return {
    upcoming: [...of('running'), ...of('upcoming').reverse()],
    past: of('past'),
    regions: regions.map((region) => ({
      region,
      meetings: meetings.get(region.id)!.size,
      initiative: withInitiative.has(region.id),
    })),
    recommendations,
    conclusions,
    axes,
  };
};
