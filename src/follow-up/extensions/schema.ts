import * as v from 'valibot';
import { locales } from '#platform/locale/locale.ts';
import { choice, id, problems, text, version, wholeDate } from '#platform/locale/schema.ts';

const said = v.pipe(text(2_000), v.nonEmpty(problems.required));

/** A longer deadline, with its reason in one language. */
export const extensionInput = v.object({
  commitmentId: id,
  toDueOn: wholeDate,
  reason: said,
  language: choice(locales),
});

/** What is answered: a refusal says why. */
export const extensionAnswer = v.pipe(
  v.object({
    id,
    version,
    decision: choice(['granted', 'refused']),
    answer: v.optional(text(2_000)),
    language: choice(locales),
  }),
  v.forward(
    v.partialCheck(
      [['decision'], ['answer']],
      ({ decision, answer }) => decision === 'granted' || Boolean(answer),
      problems.required,
    ),
    ['answer'],
  ),
);

/** A request as it was seen. */
export const extensionSeen = v.object({ id, version });

export type ExtensionInput = v.InferInput<typeof extensionInput>;
export type ExtensionAnswer = v.InferInput<typeof extensionAnswer>;
export type ExtensionSeen = v.InferInput<typeof extensionSeen>;
