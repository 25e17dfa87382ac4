import * as v from 'valibot';
import { choice, id, line, mailAddress, problems, version } from '#platform/locale/schema.ts';
import { locales } from '#platform/locale/locale.ts';
import { accountStatuses } from './model.ts';

/** How somebody is named and reached, wherever an account begins. */
export const personEntries = {
  name: v.pipe(line(200), v.minLength(1, problems.required)),
  email: mailAddress,
  locale: choice(locales),
};

export const accountInput = v.object({ ...personEntries, demonstration: v.optional(v.boolean(), false) });

export type AccountInput = v.InferInput<typeof accountInput>;

/** A change of whether an account may sign in. */
export const accountStanding = v.object({
  id,
  version,
  status: v.picklist(
    accountStatuses.filter((status) => status !== 'erased'),
    problems.notAChoice,
  ),
});

export type AccountStanding = v.InferInput<typeof accountStanding>;

/** The first account of a node. */
export const firstAccountInput = v.object({
  ...personEntries,
  password: v.pipe(
    v.string(problems.required),
    v.minLength(12, 'network_problem_password_short'),
    v.maxLength(200, problems.tooLong),
  ),
});

export type FirstAccountInput = v.InferInput<typeof firstAccountInput>;
