import * as v from 'valibot';
import { line, mailAddress, text } from '#platform/locale/schema.ts';

/** Who answers for the processing. */
export const controllerInput = v.object({
  name: v.pipe(line(200), v.minLength(1, 'platform_problem_required')),
  address: v.nullish(text(500), null),
  contact: v.nullish(mailAddress, null),
  declaration: v.nullish(line(100), null),
});

export type ControllerInput = v.InferInput<typeof controllerInput>;
