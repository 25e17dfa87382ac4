import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { languageOptions } from '#platform/forms/languages.ts';

/** What a subscriber is written to about, and in which language; the page offers the subjects. */
export const wishFields: readonly Field[] = [
  { kind: 'choice', name: 'subject', label: m.publication_subscription_subject, required: true },
  {
    kind: 'choice',
    name: 'locale',
    label: m.publication_subscription_language,
    required: true,
    options: languageOptions,
  },
];

/** What is asked of whoever subscribes. */
export const subscriptionFields: readonly Field[] = [
  {
    kind: 'text',
    type: 'email',
    name: 'email',
    label: m.publication_subscription_email,
    required: true,
    most: 254,
    autocomplete: 'email',
  },
  ...wishFields,
];
