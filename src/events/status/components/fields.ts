import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { languageOptions } from '#platform/forms/languages.ts';

/** What is asked of who calls a workshop off. */
export const cancellationFields: readonly Field[] = [
  { kind: 'text', name: 'reason', label: m.events_field_reason, long: true, most: 2_000, required: true },
  {
    kind: 'choice',
    name: 'language',
    column: 'reason_language',
    label: m.events_field_reason_language,
    help: m.events_field_reason_language_help,
    required: true,
    options: languageOptions,
  },
];

/** What is asked of who puts a workshop off. */
export const postponementFields: readonly Field[] = [
  ...cancellationFields,
  {
    kind: 'date',
    partial: true,
    name: 'startsOn',
    label: m.events_field_new_first_day,
    help: m.events_field_new_dates_help,
  },
  { kind: 'date', partial: true, name: 'endsOn', label: m.events_field_new_last_day },
];
