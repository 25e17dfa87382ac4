import { m } from '#messages';
import { columnOf, type Field } from '#platform/forms/fields.ts';
import { textIn, type Values } from '#platform/forms/values.ts';
import { latinDigits } from '#platform/forms/date.ts';
import { actorWord } from '../../components/words.ts';
import { actorTypes } from '../../workshops/model.ts';
import { workshopFields } from '../../workshops/components/fields.ts';
import {
  participationLevels,
  sumsOf,
  type CountInput,
  type ParticipationCountRow,
  type Sums,
} from '../model.ts';
import { levelOfWord } from './words.ts';

/** How many blank lines a form ends with. */
export const BLANK_LINES = 3;

/** What is asked of the whole: of a workshop also whether its source says “more than”. */
function wholeFields(isSession: boolean): Field[] {
  return workshopFields
    .filter(({ name }) => name.startsWith('attendance.') && !(isSession && name === 'attendance.minimum'))
    .map(({ group: _group, ...field }) =>
      field.name === 'attendance.total' ? { ...field, help: m.events_participation_total_help } : field,
    ) as Field[];
}

/** What is asked of one line; `row` is the id of a line, or `new-1` and so on. The page offers `territoryId`. */
export function lineFields(row: string): Field[] {
  const name = (part: string) => `counts.${row}.${part}`;
  return [
    {
      kind: 'choice',
      name: name('actorType'),
      label: m.events_participation_actor_type,
      options: () => actorTypes.map((type) => ({ value: type, label: actorWord(type) })),
    },
    {
      kind: 'choice',
      name: name('level'),
      label: m.network_level,
      options: () => participationLevels.map((level) => ({ value: level, label: levelOfWord(level) })),
    },
    { kind: 'choice', name: name('territoryId'), label: m.network_territory },
    { kind: 'number', name: name('women'), label: m.events_participation_women },
    { kind: 'number', name: name('men'), label: m.events_participation_men },
    { kind: 'number', name: name('notStated'), label: m.events_participation_sex_not_stated },
  ];
}

/** Everything that is asked of who took part, with these lines. */
export function participationFields(rows: readonly string[], isSession: boolean): Field[] {
  return [...wholeFields(isSession), ...rows.flatMap(lineFields)];
}

/** The lines in a form, by the names of its controls, in their order. */
export function linesIn(controls: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const control of controls) {
    const row = /^counts\.([a-z0-9-]{1,40})\./.exec(control)?.[1];
    if (row) found.add(row);
  }
  return [...found];
}

/** Lines with some blank ones after them, under names that none of them has. */
export function withBlankLines(rows: readonly string[], many = BLANK_LINES): string[] {
  const all = [...rows];
  for (let number = 1; all.length < rows.length + many; number += 1)
    if (!all.includes(`new-${number}`)) all.push(`new-${number}`);
  return all;
}

/** What counts are of, with its lines, as a form reads it: a row with a column for each control. */
export function formRow<Row extends object>(
  row: Row,
  lines: readonly Pick<
    ParticipationCountRow,
    'id' | 'actor_type' | 'level' | 'territory_id' | 'women' | 'men' | 'not_stated'
  >[],
  levels: ReadonlyMap<string, string>,
): Row {
  const columns: Record<string, unknown> = {};
  for (const line of lines) {
    const level = line.level ?? levels.get(line.territory_id ?? '');
    const values = [line.actor_type, level, line.territory_id, line.women, line.men, line.not_stated];
    for (const [index, field] of lineFields(line.id).entries()) columns[columnOf(field)] = values[index];
  }
  return { ...row, ...columns };
}

/** The lines of an input with the row each stands in; blank ones are left out. */
export function linesOf(input: unknown, standing: ReadonlySet<string>): { row: string; line: CountInput }[] {
  return Object.entries((input ?? {}) as Record<string, CountInput>)
    .filter(([, line]) => Object.keys(line).length > 0)
    .map(([row, line]) => ({ row, line: { ...line, ...(standing.has(row) && { id: row }) } }));
}

/** What the lines of a form add up to, as far as they hold numbers. */
export function sumsIn(values: Values): Sums {
  const numberIn = (control: string) => {
    const value = Number(latinDigits(textIn(values, control).trim() || '0'));
    return Number.isInteger(value) && value > 0 ? value : 0;
  };
  return sumsOf(
    linesIn(Object.keys(values)).map((row) => ({
      women: numberIn(`counts.${row}.women`),
      men: numberIn(`counts.${row}.men`),
      not_stated: numberIn(`counts.${row}.notStated`),
    })),
  );
}
