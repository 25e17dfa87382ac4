import { m } from '#messages';
import { levelWord, typeWord } from '#network/components/words.ts';
import { organisationLevels, organisationTypes } from '#network/organisations/model.ts';
import type { Field, Option } from '#platform/forms/fields.ts';
import { formatDay } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { addDays } from '#platform/clock/local.ts';
import { itemWord, partWord } from '../../components/words.ts';
import { hasKnownDays, isWithin, lengthInDays, type WorkshopRow } from '../../workshops/model.ts';
import { itemKinds, parts } from '../model.ts';

/** The longest workshop whose days are offered one by one; of a longer one a date is asked. */
const MOST_DAYS = 31;

type Days = Pick<WorkshopRow, 'starts_on' | 'ends_on'>;

/** The days of a workshop as a form offers them, with one that is none of them where an item has it. */
export function daysOf(workshop: Days, kept: string | null, locale: Locale): Option[] | null {
  if (!hasKnownDays(workshop) || lengthInDays(workshop) > MOST_DAYS) return null;
  const days = Array.from({ length: lengthInDays(workshop) }, (_, index) =>
    addDays(workshop.starts_on, index),
  );
  if (kept && !isWithin(workshop, kept)) days.push(kept);
  return days.map((value) => ({ value, label: formatDay(value, locale) }));
}

/** What is asked of an item. The page offers `day`; where it doesn't know the days, a date is asked. */
export function itemFields(rows: readonly string[], hasDays: boolean): Field[] {
  return [
    {
      kind: 'choice',
      name: 'kind',
      label: m.events_programme_field_kind,
      required: true,
      options: () => itemKinds.map((kind) => ({ value: kind, label: itemWord({ kind, number: null }) })),
    },
    { kind: 'number', name: 'number', label: m.events_programme_field_number },
    { kind: 'trilingual', name: 'title', label: m.events_field_title, most: 400, required: true },
    { kind: hasDays ? 'choice' : 'date', name: 'day', label: m.events_programme_field_day },
    { kind: 'time', name: 'startsAt', label: m.events_programme_field_start },
    { kind: 'number', name: 'length', label: m.events_programme_field_length },
    { kind: 'check', name: 'shift', label: m.events_programme_shift },
    { kind: 'trilingual', name: 'room', label: m.events_programme_field_room, most: 120 },
    {
      kind: 'trilingual',
      name: 'abstract',
      label: m.events_programme_field_abstract,
      most: 4_000,
      long: true,
    },
    ...rows.flatMap(contributorFields),
  ];
}

/** What is asked of somebody in an item; `row` is a contribution's id, or `new-1` and so on. */
export function contributorFields(row: string): Field[] {
  const name = (part: string) => `contributions.${row}.${part}`;
  return [
    {
      kind: 'choice',
      name: name('part'),
      label: m.events_programme_field_part,
      required: true,
      options: () => parts.map((part) => ({ value: part, label: partWord(part) })),
    },
    {
      kind: 'text',
      name: name('person'),
      label: m.events_programme_field_person,
      most: 300,
      suggestions: 'people',
      autocomplete: 'off',
    },
    {
      kind: 'text',
      name: name('organisation'),
      label: m.events_programme_field_organisation,
      most: 400,
      suggestions: 'organisations',
      autocomplete: 'off',
    },
    { kind: 'trilingual', name: name('role'), label: m.events_programme_field_role, most: 300 },
    { kind: 'check', name: name('newPerson'), label: m.events_programme_add_person },
    { kind: 'check', name: name('newOrganisation'), label: m.events_programme_add_organisation },
    {
      kind: 'choice',
      name: name('type'),
      label: m.network_type,
      options: () => organisationTypes.map((type) => ({ value: type, label: typeWord(type) })),
    },
    {
      kind: 'choice',
      name: name('level'),
      label: m.network_level,
      options: () => organisationLevels.map((level) => ({ value: level, label: levelWord(level) })),
    },
  ];
}

/** Rows with one of them a place up or down. */
export function movedRow(rows: readonly string[], row: string, by: -1 | 1): string[] {
  const at = rows.indexOf(row);
  const to = at + by;
  if (at < 0 || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(at, 1).toSpliced(to, 0, row);
}

/** The rows of people in a form, by the names of its controls, in their order. */
export function rowsIn(controls: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const control of controls) {
    const row = /^contributions\.([a-z0-9-]{1,40})\./.exec(control)?.[1];
    if (row) found.add(row);
  }
  return [...found];
}
