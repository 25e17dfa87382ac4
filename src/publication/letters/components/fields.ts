import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { languageOptions } from '#platform/forms/languages.ts';

const language: Field = {
  kind: 'choice',
  name: 'language',
  label: m.publication_letter_language,
  required: true,
  options: languageOptions,
};
const when: readonly Field[] = [
  { kind: 'text', name: 'place', label: m.publication_letter_place, most: 100 },
  { kind: 'date', name: 'date', label: m.publication_letter_date, required: true },
];
const signature: readonly Field[] = [
  { kind: 'text', name: 'signatory', label: m.publication_letter_signatory, most: 120 },
  { kind: 'text', name: 'signatoryFunction', label: m.publication_letter_signatory_function, most: 200 },
];

/** What is asked for an attendance certificate; the people of the programme are the page’s own options. */
export const certificateFields: readonly Field[] = [
  language,
  {
    kind: 'choice',
    name: 'contribution',
    label: m.publication_certificate_contribution,
    help: m.publication_certificate_contribution_help,
  },
  { kind: 'text', name: 'name', label: m.publication_certificate_name, most: 120 },
  { kind: 'text', name: 'nameArabic', label: m.publication_certificate_name_arabic, most: 120 },
  {
    kind: 'text',
    name: 'capacity',
    label: m.publication_certificate_capacity,
    help: m.publication_certificate_capacity_help,
    most: 300,
  },
  ...when,
  ...signature,
];

/** What is asked for an official letter. */
export const letterFields: readonly Field[] = [
  language,
  {
    kind: 'text',
    name: 'institution',
    label: m.publication_letter_institution,
    help: m.publication_letter_institution_help,
    long: true,
    most: 600,
    required: true,
  },
  { kind: 'text', name: 'reference', label: m.publication_letter_reference, most: 80 },
  ...when,
  {
    kind: 'text',
    name: 'addressee',
    label: m.publication_letter_addressee,
    long: true,
    most: 600,
    required: true,
  },
  { kind: 'text', name: 'object', label: m.publication_letter_object, most: 300, required: true },
  { kind: 'text', name: 'body', label: m.publication_letter_body, long: true, most: 8_000, required: true },
  ...signature,
];
