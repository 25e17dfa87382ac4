import * as v from 'valibot';
import { choice, mailAddress, text } from '#platform/locale/schema.ts';
import { locales } from '#platform/locale/locale.ts';

export const accountInput = v.object({
  name: v.pipe(text(200), v.minLength(1, 'platform_problem_required')),
  email: mailAddress,
  locale: choice(locales),
  demonstration: v.optional(v.boolean(), false),
});

export type AccountInput = v.InferInput<typeof accountInput>;
