import * as v from 'valibot';
import { choice, id, problems, text } from '#platform/locale/schema.ts';
import { successions } from './model.ts';

/** One recommendation that comes after others, named by their references. */
export const successionInput = v.object({
  id,
  relation: choice(successions),
  references: v.pipe(text(2_000), v.nonEmpty(problems.required)),
  /** Whether it has the links and addressees of those it comes after as well. */
  takesOver: v.optional(v.boolean(), false),
});

export const successionEnd = v.object({ id, linkId: id });

export type SuccessionInput = v.InferInput<typeof successionInput>;
export type SuccessionEnd = v.InferInput<typeof successionEnd>;
