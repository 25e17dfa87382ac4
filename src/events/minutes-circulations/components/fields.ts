import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** What is asked of whoever sends minutes for approval. */
export const circulationFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'approvers',
    label: m.events_minutes_approvers,
    help: m.events_minutes_approvers_help,
    required: true,
    long: true,
    most: 40_000,
  },
  {
    kind: 'number',
    name: 'needed',
    label: m.events_minutes_needed,
    help: m.events_minutes_needed_help,
    required: true,
  },
  { kind: 'date', name: 'answerBy', label: m.events_minutes_answer_by },
];
