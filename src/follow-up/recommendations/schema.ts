import * as v from 'valibot';
import { count, slug, text, trilingual } from '#platform/locale/schema.ts';

export const recommendationInput = v.object({
  slug,
  reference: text(40),
  position: count,
  title: trilingual(300),
  text: v.optional(trilingual(4_000)),
});

export type RecommendationInput = v.InferInput<typeof recommendationInput>;
