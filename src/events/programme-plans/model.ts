import type { Locale } from '#platform/locale/locale.ts';
import { nameKey } from '#platform/text/similarity.ts';
import { slugify } from '#platform/text/slug.ts';
import { guessKind, sessionNumber } from '../item-kinds/model.ts';
import type { ListedItem, ProgrammeProblem } from '../programme-files/model.ts';
import { languageOf, partOf, type PreviewItem } from '../programme-imports/model.ts';
import { itemKinds, type ItemKind } from '../programme/model.ts';

/** Characters of an abstract at most; a longer one is cut at a word. */
export const abstractLimit = 4_000;

export function problem(
  line: number | null,
  reason: string,
  values: ProgrammeProblem['values'] = {},
  severity: ProgrammeProblem['severity'] = 'error',
): ProgrammeProblem {
  return { line, reason: `events_import_${reason}`, values, severity };
}

/**
 * An item as it would be created.
 * @param anchors those that are taken; its own is added
 */
export function itemAsRead(
  listed: ListedItem,
  {
    locale,
    anchors,
    chosen,
  }: { locale: Locale; anchors: Set<string>; chosen: Readonly<Record<string, ItemKind>> | undefined },
): PreviewItem {
  const { line, key, title, day, startsAt, endsAt, room } = listed;
  const guessed = guessKind(listed.type, title);
  const choice =
    chosen && Object.hasOwn(chosen, key) ? itemKinds.find((kind) => kind === chosen[key]) : undefined;
  const kind = choice ?? guessed.kind;
  const anchor = freeAnchor(title, anchors);
  anchors.add(anchor);
  const persons = new Map(listed.persons.map((person) => [nameKey(person.name) || person.name, person]));
  return {
    line,
    key,
    state: 'new',
    differs: [],
    anchor,
    kind,
    kindSource: guessed.source,
    number: kind === 'session' ? sessionNumber(title) : null,
    title,
    abstract: shortened(listed.abstract),
    language: languageOf(title, listed.language, locale),
    day,
    startsAt,
    endsAt,
    room,
    contributions: [...persons].map(([person, { role }]) => ({ person, part: partOf(role, kind) })),
  };
}

function freeAnchor(title: string, taken: ReadonlySet<string>): string {
  const anchor = slugify(title, { max: 60 });
  let free = anchor;
  for (let number = 2; taken.has(free); number += 1) free = `${anchor}-${number}`;
  return free;
}

function shortened(text: string | null): string | null {
  if (text === null || text.length <= abstractLimit) return text;
  const cut = text.slice(0, abstractLimit - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > abstractLimit / 2 ? cut.slice(0, space) : cut).toWellFormed().trimEnd()}…`;
}
