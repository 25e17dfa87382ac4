import * as v from 'valibot';
import { choice, id, line, version } from '#platform/locale/schema.ts';
import { locales } from '#platform/locale/locale.ts';
import { noticeRhythms } from '../accounts/model.ts';

/** What somebody says of themselves: never their roles, nor the address they are known by. */
export const profileChange = v.object({
  id,
  version,
  name: v.pipe(line(200), v.minLength(1, 'platform_problem_required')),
  locale: choice(locales),
  notices: choice(noticeRhythms),
});

export type ProfileChange = v.InferInput<typeof profileChange>;

/** As long as the sign-in library takes them: length is what makes a password hard to guess. */
export const newPassword = v.object({
  next: v.pipe(
    v.string('network_profile_password_short'),
    v.minLength(12, 'network_profile_password_short'),
    v.maxLength(200, 'platform_problem_too_long'),
  ),
});
