import { languageOptions } from '#platform/forms/languages.ts';
import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

const language: Field = {
  kind: 'choice',
  name: 'language',
  label: m.follow_up_field_language,
  required: true,
  options: languageOptions,
};

/** What is asked of who wants a longer deadline. */
export const extensionFields: readonly Field[] = [
  { kind: 'date', name: 'toDueOn', label: m.follow_up_field_to_due, required: true },
  {
    kind: 'text',
    name: 'reason',
    label: m.follow_up_field_reason,
    long: true,
    most: 2_000,
    required: true,
  },
  language,
];

/** What is asked of who answers. */
export const extensionAnswerFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'decision',
    label: m.follow_up_field_decision,
    required: true,
    options: () => [
      { value: 'granted', label: m.follow_up_extension_grant() },
      { value: 'refused', label: m.follow_up_extension_refuse() },
    ],
  },
  {
    kind: 'text',
    name: 'answer',
    label: m.follow_up_field_answer,
    help: m.follow_up_field_answer_help,
    long: true,
    most: 2_000,
  },
  language,
];
