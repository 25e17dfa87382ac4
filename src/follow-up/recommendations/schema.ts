import * as v from 'valibot';
import { smallCount, id, line, problems, slug, trilingual, version } from '#platform/locale/schema.ts';

export const recommendationInput = v.object({
  slug,
  reference: v.pipe(line(40), v.nonEmpty(problems.required)),
  /** Its place in the register; left out, it comes last. */
  position: v.optional(smallCount),
  title: trilingual(300),
  text: v.optional(trilingual(4_000)),
});

/** The whole input again, with the record and the version it was filled from. */
export const recommendationUpdate = v.object({ ...recommendationInput.entries, id, version });

export type RecommendationInput = v.InferInput<typeof recommendationInput>;
export type RecommendationUpdate = v.InferInput<typeof recommendationUpdate>;
