import { workshopsLinkedTo } from '#events/workshops/queries.server.ts';
import { recommendationsLinkedTo } from '#follow-up/recommendations/queries.server.ts';
import { linkedTo } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';

/** Every record that serves any of some concepts, by kind; `other_id` is the concept. */
export async function readServing(db: Source, actor: Actor, conceptIds: readonly string[]) {
  const [workshops, initiatives, recommendations, organisations] = await Promise.all([
    workshopsLinkedTo(db, actor, conceptIds, ['serves']),
    linkedTo(db, 'initiatives', conceptIds, ['serves']),
    recommendationsLinkedTo(db, actor, conceptIds, ['serves']),
    linkedTo(db, 'organisations', conceptIds, ['serves']),
  ]);
  return {
    workshops,
    initiatives,
    recommendations,
    organisations,
  };
}

export type Serving = Awaited<ReturnType<typeof readServing>>;

/** How many records serve each concept. */
export function countServing(serving: Serving): Map<string, number> {
  const counts = new Map<string, number>();
  for (const rows of Object.values(serving)) {
    for (const { other_id } of rows) counts.set(other_id, (counts.get(other_id) ?? 0) + 1);
  }
  return counts;
}
