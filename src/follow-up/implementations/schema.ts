import * as v from 'valibot';
import { id, line, problems } from '#platform/locale/schema.ts';

/** A recommendation that a commitment serves, by its reference. */
export const implementationInput = v.object({
  commitmentId: id,
  reference: v.pipe(line(40), v.nonEmpty(problems.required)),
});

export const implementationSeen = v.object({ commitmentId: id, linkId: id });

export type ImplementationInput = v.InferInput<typeof implementationInput>;
export type ImplementationSeen = v.InferInput<typeof implementationSeen>;
