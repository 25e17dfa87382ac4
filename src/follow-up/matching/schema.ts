import * as v from 'valibot';
import { id, line, problems, version } from '#platform/locale/schema.ts';

/** The commitment that does the other part, by its reference. */
export const matchInput = v.object({
  id,
  version,
  reference: v.pipe(line(40), v.nonEmpty(problems.required)),
});

/** A commitment as it was seen. */
export const matchSeen = v.object({ id, version });

export type MatchInput = v.InferInput<typeof matchInput>;
export type MatchSeen = v.InferInput<typeof matchSeen>;
