import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { languageOptions } from '#platform/forms/languages.ts';
import type { NoticeRhythm } from '../../accounts/model.ts';

const rhythms: Record<NoticeRhythm, () => string> = {
  each: m.network_notices_each,
  daily: m.network_notices_daily,
  weekly: m.network_notices_weekly,
  none: m.network_notices_none,
};

/** How often, as its word. */
export const rhythmWord = (rhythm: NoticeRhythm): string => rhythms[rhythm]();

/** How often somebody is told of what moves. */
const rhythmField: Field = {
  kind: 'choice',
  name: 'notices',
  label: m.network_profile_notices,
  help: m.network_profile_notices_help,
  required: true,
  options: () => Object.entries(rhythms).map(([value, word]) => ({ value, label: word() })),
};

/** The same alone, as the link of a letter asks it. */
export const rhythmFields: readonly Field[] = [rhythmField];

/** What somebody says of themselves. */
export const profileFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'name',
    column: 'personal_name',
    label: m.network_profile_name,
    help: m.network_profile_name_help,
    most: 200,
    required: true,
    autocomplete: 'name',
  },
  {
    kind: 'choice',
    name: 'locale',
    label: m.network_profile_language,
    help: m.network_profile_language_help,
    required: true,
    options: languageOptions,
  },
  rhythmField,
];

const current: Field = {
  kind: 'text',
  name: 'current',
  label: m.network_profile_password_current,
  type: 'password',
  most: 200,
  required: true,
  autocomplete: 'current-password',
};

const next: Field = {
  kind: 'text',
  name: 'next',
  label: m.network_profile_password_next,
  help: m.network_profile_password_next_help,
  type: 'password',
  most: 200,
  required: true,
  autocomplete: 'new-password',
};

/** A new password; `asked` where the one in use has to be given with it. */
export const passwordFields = (asked: boolean): readonly Field[] => (asked ? [current, next] : [next]);

/** The last question before an account is erased. */
export const erasureFields = (asked: boolean): readonly Field[] => [
  ...(asked ? [current] : []),
  { kind: 'check', name: 'sure', label: m.network_erasure_sure, required: true },
];
