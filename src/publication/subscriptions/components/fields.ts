import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { directionOf, locales, type Locale } from '#platform/locale/locale.ts';

const own: Record<Locale, string> = { fr: 'Français', ar: 'العربية', en: 'English' };

/** What a subscriber is written to about, and in which language; the page offers the subjects. */
export const wishFields: readonly Field[] = [
  { kind: 'choice', name: 'subject', label: m.publication_subscription_subject, required: true },
  {
    kind: 'choice',
    name: 'locale',
    label: m.publication_subscription_language,
    required: true,
    options: () =>
      locales.map((value) => ({ value, label: own[value], lang: value, dir: directionOf(value) })),
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
