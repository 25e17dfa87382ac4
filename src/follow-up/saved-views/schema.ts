import * as v from 'valibot';
import { choice, id, problems, text } from '#platform/locale/schema.ts';
import { registers } from '../register/model.ts';

const name = v.pipe(text(80), v.minLength(1, problems.required));

export const savedViewInput = v.object({
  register: choice(registers),
  /** What the register's address asks, as it stands in it: there a letter of Arabic is six signs. */
  query: v.pipe(v.string(problems.required), v.maxLength(4_000, problems.tooLong)),
  name,
});
export const savedViewName = v.object({ id, name });
export const savedViewSeen = v.object({ id });

export type SavedViewInput = v.InferInput<typeof savedViewInput>;
export type SavedViewName = v.InferInput<typeof savedViewName>;
export type SavedViewSeen = v.InferInput<typeof savedViewSeen>;
