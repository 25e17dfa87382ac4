import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { actorWord, formWord } from '../../components/words.ts';
import { actorTypes, workshopForms } from '../model.ts';
import { addressField } from '#network/components/fields.ts';

const when = m.events_fields_when;
const where = m.events_fields_where;
const what = m.events_fields_what;
const who = m.events_fields_who;

/** What is asked of a workshop; its status changes by itself. The page offers `seriesId` and `territoryId`. */
export const workshopFields: readonly Field[] = [
  { kind: 'trilingual', name: 'title', label: m.events_field_title, most: 400, required: true },
  {
    kind: 'choice',
    name: 'form',
    label: m.events_field_form,
    required: true,
    options: () => workshopForms.map((form) => ({ value: form, label: formWord(form) })),
  },
  { kind: 'choice', name: 'seriesId', label: m.events_series },
  {
    kind: 'date',
    partial: true,
    name: 'startsOn',
    label: m.events_field_first_day,
    help: m.network_field_partial_date,
    required: true,
    group: when,
  },
  {
    kind: 'date',
    partial: true,
    name: 'endsOn',
    label: m.events_field_last_day,
    required: true,
    group: when,
  },
  {
    kind: 'text',
    name: 'timeZone',
    label: m.events_field_time_zone,
    help: m.events_field_time_zone_help,
    most: 60,
    group: when,
  },
  { kind: 'trilingual', name: 'city', label: m.events_field_city, most: 120, group: where },
  { kind: 'trilingual', name: 'venue', label: m.events_field_venue, most: 200, group: where },
  { kind: 'choice', name: 'territoryId', label: m.network_territory, group: where },
  {
    kind: 'trilingual',
    name: 'summary',
    label: m.events_field_summary,
    most: 4_000,
    long: true,
    group: what,
  },
  {
    kind: 'trilingual',
    name: 'aims',
    label: m.events_field_aims,
    help: m.events_field_aims_help,
    most: 4_000,
    long: true,
    group: what,
  },
  {
    kind: 'trilingual',
    name: 'outcome',
    label: m.events_field_outcome,
    most: 4_000,
    long: true,
    group: what,
  },
  {
    kind: 'choices',
    name: 'audiences',
    label: m.events_field_audiences,
    options: () => actorTypes.map((type) => ({ value: type, label: actorWord(type) })),
    group: who,
  },
  {
    kind: 'number',
    name: 'attendance.total',
    label: m.events_field_attendance,
    help: m.events_field_attendance_help,
    group: who,
  },
  { kind: 'check', name: 'attendance.minimum', label: m.events_field_attendance_minimum, group: who },
  { kind: 'number', name: 'attendance.women', label: m.events_field_women, group: who },
  { kind: 'number', name: 'attendance.men', label: m.events_field_men, group: who },
  addressField,
];

/** What is asked of a series. */
export const seriesFields: readonly Field[] = [
  { kind: 'trilingual', name: 'name', label: m.network_field_name, most: 300, required: true },
  { kind: 'trilingual', name: 'summary', label: m.events_field_summary, most: 2_000, long: true },
  addressField,
];
