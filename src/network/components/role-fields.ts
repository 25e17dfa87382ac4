import { m } from '#messages';
import { locales } from '#platform/locale/locale.ts';
import type { Field } from '#platform/forms/fields.ts';

/** A role and what it is held on; the page offers both, as far as who asks may give them. */
export const roleFields: readonly Field[] = [
  { kind: 'choice', name: 'role', label: m.network_field_role, required: true },
  { kind: 'choice', name: 'on', label: m.network_field_on, required: true },
];

/** How somebody is named and reached. */
export const personalFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'name',
    label: m.network_field_person,
    most: 200,
    required: true,
    autocomplete: 'name',
  },
  {
    kind: 'text',
    name: 'email',
    label: m.network_account_email,
    type: 'email',
    most: 254,
    required: true,
    autocomplete: 'email',
  },
];

const names = {
  fr: m.network_language_fr,
  ar: m.network_language_ar,
  en: m.network_language_en,
};

/** The language somebody is written to. */
export const languageField: Field = {
  kind: 'choice',
  name: 'locale',
  label: m.network_field_language,
  required: true,
  options: () => locales.map((locale) => ({ value: locale, label: names[locale]() })),
};
