import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** What is asked of who will be away; the page offers the institutions and who may stand in. */
export const absenceFields: readonly Field[] = [
  { kind: 'choice', name: 'on', label: m.network_absence_place, required: true },
  { kind: 'date', name: 'from', label: m.network_absence_from, required: true },
  { kind: 'date', name: 'until', label: m.network_absence_until, required: true },
  {
    kind: 'choice',
    name: 'standInId',
    label: m.network_absence_stand_in,
    help: m.network_absence_stand_in_help,
  },
];
