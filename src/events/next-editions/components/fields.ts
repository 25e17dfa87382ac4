import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** What is asked of whoever begins the next edition. */
export const nextEditionFields: readonly Field[] = [
  { kind: 'trilingual', name: 'title', label: m.events_field_title, most: 400, required: true },
  {
    kind: 'date',
    partial: true,
    name: 'startsOn',
    label: m.events_field_first_day,
    help: m.network_field_partial_date,
    required: true,
  },
  { kind: 'date', partial: true, name: 'endsOn', label: m.events_field_last_day, required: true },
  { kind: 'check', name: 'keepPlace', label: m.events_next_keep_place },
];
