import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { languageOptions } from '#platform/forms/languages.ts';

/** What is said of a cover image. */
export const coverFields: readonly Field[] = [
  {
    kind: 'trilingual',
    name: 'alt',
    label: m.network_field_alt,
    help: m.network_field_alt_help,
    most: 500,
    required: true,
  },
];

/** What is said of a document. */
export const documentFields: readonly Field[] = [
  {
    kind: 'trilingual',
    name: 'title',
    label: m.network_field_document_title,
    help: m.network_field_document_title_help,
    most: 300,
  },
  {
    kind: 'choice',
    name: 'language',
    label: m.network_field_document_language,
    help: m.network_field_document_language_help,
    options: languageOptions,
  },
];
