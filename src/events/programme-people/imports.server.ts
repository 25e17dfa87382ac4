import type { Source } from '#platform/database/database.ts';
import { passage } from '#platform/locale/text.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { nameKey } from '#platform/text/similarity.ts';
import { slugify } from '#platform/text/slug.ts';
import { nameIndex } from '#network/name-matches/model.ts';
import type { PersonInput } from '#network/people/schema.ts';
import { listPeople } from '#network/people/queries.server.ts';
import type { ListedItem } from '../programme-files/model.ts';
import { languageOf, type PreviewPerson, type ProgrammeChoices } from '../programme-imports/model.ts';
import { takenSlugs } from '../programme-imports/queries.server.ts';

export interface PlannedPeople {
  people: PreviewPerson[];
  /** Who is to be made, by the key of the preview. */
  inputs: Map<string, PersonInput>;
  /** Keys of choices that name nobody. */
  unknown: string[];
}

/**
 * The people that items name, held against those the network has: the one person of the same name is linked, one
 * whose name is close is said and not merged, and so are homonyms; whoever isn't linked is new. A choice decides
 * otherwise.
 */
export async function planPeople(
  db: Source,
  items: readonly ListedItem[],
  { locale, chosen }: { locale: Locale; chosen: ProgrammeChoices['people'] | undefined },
): Promise<PlannedPeople> {
  const named = firstSpellings(items);
  if (named.size === 0) return { people: [], inputs: new Map(), unknown: [] };
  const known = (await listPeople(db)).map((row) => ({
    id: row.id,
    slug: row.slug,
    names: [row.name_fr, row.name_ar, row.name_en].filter((name): name is string => Boolean(name)),
    name: passage(row, 'name', locale)?.text ?? row.slug,
  }));
  const find = nameIndex(known);
  const ids = new Set(known.map(({ id }) => id));
  const taken = await takenSlugs(db, 'people');
  const planned: PlannedPeople = { people: [], inputs: new Map(), unknown: [] };
  for (const [key, { name, line }] of named) {
    const { same, likely } = find(name);
    const choice = chosen && Object.hasOwn(chosen, key) ? chosen[key] : undefined;
    const linked = choice ?? (same.length === 1 ? same[0]!.id : 'new');
    if (linked !== 'new' && !ids.has(linked)) planned.unknown.push(key);
    const candidates = [
      ...same.map((person) => ({ person, likeness: 1 })),
      ...likely.filter(({ person }) => !same.includes(person)),
    ].map(({ person: { id, slug, name }, likeness }) => ({
      id,
      slug,
      name,
      likeness: Math.round(likeness * 100) / 100,
    }));
    const id = linked === 'new' ? null : linked;
    const state = id !== null ? 'linked' : candidates.length > 0 && choice === undefined ? 'likely' : 'new';
    planned.people.push({ key, name, line, state, id, candidates });
    if (id !== null) continue;
    const slug = freeSlug(name, taken);
    taken.add(slug);
    const language = languageOf(name, null, 'fr');
    planned.inputs.set(key, { slug, name: { [language]: name, original: language } });
  }
  return planned;
}

/** The key by which a name is known in a preview. */
export function personKey(name: string): string {
  return nameKey(name) || name;
}

function firstSpellings(items: readonly ListedItem[]): Map<string, { name: string; line: number }> {
  const named = new Map<string, { name: string; line: number }>();
  for (const { persons } of items)
    for (const { name, line } of persons) {
      const key = personKey(name);
      if (!named.has(key)) named.set(key, { name, line });
    }
  return named;
}

/** An address made from a name, with a number behind where others have it. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugify(name, { max: 70 });
  let free = slug;
  for (let number = 2; taken.has(free); number += 1) free = `${slug}-${number}`;
  return free;
}
