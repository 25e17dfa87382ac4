import { locales, type Locale } from '#platform/locale/locale.ts';
import { readTime } from '#platform/forms/time.ts';
import { textIn, type Values } from '#platform/forms/values.ts';
import { columnOf, type Field } from '#platform/forms/fields.ts';
import { normalise } from '#platform/text/normalise.ts';
import type { Planned } from '../programme-conflicts/model.ts';
import { endAfter, lengthOf } from '../programme-hours/model.ts';
import type { ContributionRow, ItemKind, Part, ProgrammeItemRow } from '../programme/model.ts';
import { itemKinds, parts } from '../programme/model.ts';

/** Somebody in an item, as a form shows them: by the text that names them. */
export type Labelled = ContributionRow & { person: string; organisation: string };

/** An item with its people, as its editor shows it. */
export type PlannedRow = ProgrammeItemRow & { contributions: readonly Labelled[] };

/**
 * An item as one flat row, the way a form reads rows: the people's columns have the contribution's id in their
 * name, so that two editors' rows meet by who is meant, not by where they stand.
 */
export function formRow(item: PlannedRow): ProgrammeItemRow & Record<string, unknown> {
  const people = item.contributions.flatMap((row) => {
    const column = (part: string) =>
      columnOf({ kind: 'text', name: `contributions.${row.id}.${part}` } as Field);
    return [
      [column('part'), row.part],
      [column('person'), row.person],
      [column('organisation'), row.organisation],
      ...[...locales, 'original' as const].map((one) => [`${column('role')}_${one}`, row[`role_${one}`]]),
    ];
  });
  return { ...item, length: lengthOf(item) ?? '', ...Object.fromEntries(people) };
}

/** A saved item, as conflicts are looked for in it. */
export function plannedOf(item: PlannedRow): Planned {
  return {
    ...item,
    rooms: locales.flatMap((locale) => roomOf(item[`room_${locale}`])),
    people: item.contributions.flatMap(({ person, part }) =>
      person === '' ? [] : [{ key: normalise(person), name: person, part }],
    ),
  };
}

/** The same of what stands in a form, while it is written. `item` is what was saved, or where a new one would stand. */
export function plannedIn(
  values: Values,
  rows: readonly string[],
  item: Pick<ProgrammeItemRow, 'id' | 'position'>,
): Planned {
  const text = (control: string) => textIn(values, control).trim();
  const startsAt = readTime(text('startsAt'));
  const isTime = /^\d{2}:\d{2}$/.test(startsAt) && startsAt < '24';
  const isLength = /^\d{1,4}$/.test(text('length'));
  return {
    id: item.id,
    position: item.position,
    kind: oneOf(itemKinds, text('kind')) ?? ('plenary' satisfies ItemKind),
    day: /^\d{4}-\d{2}-\d{2}$/.test(text('day')) ? text('day') : null,
    starts_at: isTime ? startsAt : null,
    ends_at: isTime && isLength ? endAfter(startsAt, Number(text('length'))) : null,
    rooms: locales.flatMap((locale) => roomOf(text(`room.${locale}`))),
    people: rows.flatMap((row) => {
      const name = text(`contributions.${row}.person`);
      const part = oneOf(parts, text(`contributions.${row}.part`)) ?? ('speaker' satisfies Part);
      return name === '' ? [] : [{ key: normalise(name), name, part }];
    }),
  };
}

/** The language of a name that is typed: Arabic letters are Arabic, others the writer's own. */
export function languageOf(name: string, writer: Locale): Locale {
  if (/\p{Script=Arabic}/u.test(name)) return 'ar';
  return writer === 'ar' ? 'fr' : writer;
}

/** Lengths that are offered for a new item, in minutes; whoever plans it changes them. */
export const usualLength: Record<ItemKind, number> = {
  opening: 30,
  address: 15,
  'thematic-breakfast': 60,
  break: 15,
  presentation: 30,
  discussion: 45,
  session: 90,
  plenary: 60,
  conclusions: 30,
};

/** The part that is offered for whoever is added to an item of a kind. */
export function usualPart(kind: string): Part {
  if (kind === 'session' || kind === 'discussion' || kind === 'plenary') return 'moderator';
  return kind === 'presentation' ? 'presenter' : 'speaker';
}

const roomOf = (name: string | null) => (name ? [{ key: normalise(name), name }] : []);

function oneOf<Code extends string>(codes: readonly Code[], text: string): Code | undefined {
  return codes.find((code) => code === text);
}
