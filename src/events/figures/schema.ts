import * as v from 'valibot';
import { id, trilingual, version } from '#platform/locale/schema.ts';
import { attendance, audiences } from '../workshops/schema.ts';

/** What came of a workshop: how many took part, who they were, and what came out; with the version it was seen in. */
export const figuresInput = v.object({
  id,
  version,
  attendance,
  audiences,
  outcome: v.optional(trilingual(4_000)),
});

export type FiguresInput = v.InferInput<typeof figuresInput>;
