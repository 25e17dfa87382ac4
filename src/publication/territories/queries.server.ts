import { idsOfWorkshopsLinkedTo, listPlaces } from '#events/workshops/queries.server.ts';
import { idsLinkedTo } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';

/** What is recorded in a territory. */
export interface Presence {
  /** Meetings held there or concerning it, each once. */
  meetings: number;
  /** Whether an initiative concerns it. */
  initiative: boolean;
}

/** What is recorded in each of some territories, for maps and tables. */
export async function readPresence(
  db: Source,
  actor: Actor,
  territoryIds: readonly string[],
): Promise<Map<string, Presence>> {
  const [workshops, concerning, initiatives] = await Promise.all([
    listPlaces(db, actor),
    idsOfWorkshopsLinkedTo(db, actor, territoryIds, ['concerns']),
    idsLinkedTo(db, 'initiatives', territoryIds, ['concerns']),
  ]);
  const meetings = new Map<string, Set<string>>(territoryIds.map((id) => [id, new Set()]));
  for (const { id, territory_id } of workshops) if (territory_id) meetings.get(territory_id)?.add(id);
  for (const { id, other_id } of concerning) meetings.get(other_id)?.add(id);
  const withInitiative = new Set(initiatives.map(({ other_id }) => other_id));
  return new Map(
    territoryIds.map((id) => [id, { meetings: meetings.get(id)!.size, initiative: withInitiative.has(id) }]),
  );
}
