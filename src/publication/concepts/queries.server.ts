import { workshopsLinkedTo } from '#events/workshops/queries.server.ts';
import {
  countRecommendationsLinkedTo,
  recommendationsLinkedTo,
} from '#follow-up/recommendations/queries.server.ts';
import { linkedTo } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { MOST_SERVING } from './model.ts';

/**
 * The records that serve any of some concepts, by kind: of recommendations the first of each concept, the others all;
 * `other_id` is the concept.
 */
export async function readServing(db: Source, actor: Actor, conceptIds: readonly string[]) {
  const [workshops, initiatives, recommendations, organisations] = await Promise.all([
    workshopsLinkedTo(db, actor, conceptIds, ['serves']),
    linkedTo(db, 'initiatives', conceptIds, ['serves']),
    Promise.all(conceptIds.map((id) => recommendationsLinkedTo(db, actor, id, ['serves'], MOST_SERVING))),
    linkedTo(db, 'organisations', conceptIds, ['serves']),
  ]);
  return {
    workshops,
    initiatives,
    recommendations: recommendations.flat(),
    organisations,
  };
}

export type Serving = Awaited<ReturnType<typeof readServing>>;

/** How many records serve each of some concepts, given what was read of them, and how many recommendations do. */
export async function countServing(
  db: Source,
  actor: Actor,
  conceptIds: readonly string[],
  { recommendations: _, ...others }: Serving,
): Promise<{ all: Map<string, number>; recommendations: Map<string, number> }> {
  const recommendations = await countRecommendationsLinkedTo(db, actor, conceptIds, ['serves']);
  const all = new Map(recommendations);
  for (const rows of Object.values(others))
    for (const { other_id } of rows) all.set(other_id, (all.get(other_id) ?? 0) + 1);
  return { all, recommendations };
}
