import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** What is asked of a step of a commitment. */
export const milestoneFields: readonly Field[] = [
  { kind: 'trilingual', name: 'title', label: m.follow_up_field_milestone, most: 300, required: true },
  { kind: 'date', name: 'dueOn', label: m.follow_up_field_due, required: true },
  {
    kind: 'date',
    name: 'reachedOn',
    label: m.follow_up_field_reached,
    help: m.follow_up_field_reached_help,
  },
];
