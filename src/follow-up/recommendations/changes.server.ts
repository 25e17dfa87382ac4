import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayEditRecommendations } from '../policy.ts';
import { recommendationInput, type RecommendationInput } from './schema.ts';

/** Enters a recommendation into the register. */
export function createRecommendation(target: Target, actor: Actor, input: RecommendationInput) {
  const allowed = mayEditRecommendations(actor);
  return change(target, { allowed, schema: recommendationInput, input }, async (tx, values) => ({
    id: await createRecord(tx, actor, 'recommendations', {
      slug: values.slug,
      reference: values.reference,
      position: values.position,
      ...columns('title', values.title),
      ...columns('text', values.text),
    }),
  }));
}
