import * as v from 'valibot';
import { choice, count, id, text } from '#platform/locale/schema.ts';
import { relations } from './model.ts';

const end = v.object({ kind: text(40), id });

export const linkInput = v.object({
  from: end,
  relation: choice(relations),
  to: end,
  position: v.optional(count, 0),
});

export type LinkInput = v.InferInput<typeof linkInput>;
