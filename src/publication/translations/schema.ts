import * as v from 'valibot';
import { choice, id, text } from '#platform/locale/schema.ts';
import { locales } from '#platform/locale/locale.ts';
import { translated, translatedKinds } from './model.ts';

/** A translation that was read, by the digest of the text that stood there. */
export const signOffInput = v.pipe(
  v.object({
    kind: choice(translatedKinds),
    id,
    field: text(40),
    language: choice(locales),
    digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'platform_problem_not_a_choice')),
  }),
  v.forward(
    v.partialCheck(
      [['kind'], ['field']],
      ({ kind, field }) => (translated[kind] as readonly string[]).includes(field),
      'platform_problem_not_a_choice',
    ),
    ['field'],
  ),
);

export type SignOffInput = v.InferInput<typeof signOffInput>;
