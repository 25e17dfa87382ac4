import { passage, type Trilingual } from '#platform/locale/text.ts';
import { locales, type Locale } from '#platform/locale/locale.ts';
import { nameKey, nameWords } from '#platform/text/names.ts';
import { normalise } from '#platform/text/normalise.ts';
import { similarity } from '#platform/text/similarity.ts';
import { skeleton } from '#platform/text/skeleton.ts';

/** A person or an organisation, by all that it is called. */
export type Called = { id: string; slug: string } & Trilingual<'name'> & Partial<Trilingual<'acronym'>>;

/** Between a name and the address that tells it from its namesakes. */
const BESIDE = ' · ';
/** Names as like as this are shown, as {@link similarity} is to be read. */
const ALIKE = 0.75;

/**
 * What each record is called for a reader, so that the text alone says which one is meant: namesakes have their
 * address beside their name.
 */
export function labelsOf(records: readonly Called[], locale: Locale): Map<string, string> {
  const named = records.map(
    (record) => [record, passage(record, 'name', locale)?.text ?? record.slug] as const,
  );
  const namesakes = Map.groupBy(named, ([, name]) => normalise(name));
  return new Map(
    named.map(([{ id, slug }, name]) => [
      id,
      namesakes.get(normalise(name))!.length > 1 ? `${name}${BESIDE}${slug}` : name,
    ]),
  );
}

/**
 * The record that a text names: in any language, by its short form, or in another order of words (Skim, Ahmed).
 * @returns `several` where it names more than one, null where it names none
 */
export function meantBy<Record extends Called>(
  records: readonly Record[],
  text: string,
): Record | 'several' | null {
  const slug = text.includes(BESIDE) ? text.split(BESIDE).at(-1)!.trim() : '';
  const bySlug = slug && records.find((record) => record.slug === slug);
  if (bySlug) return bySlug;
  for (const form of [normalise, nameKey]) {
    const found = records.filter((record) => namesOf(record).some((name) => form(name) === form(text)));
    if (found.length > 0) return found.length === 1 ? found[0]! : 'several';
  }
  return null;
}

/** The records that a text may be the beginning, or another spelling, of; the likest first. */
export function suggestions<Record extends Called>(
  records: readonly Record[],
  text: string,
  most = 8,
): Record[] {
  const words = nameWords(text);
  if (words.length === 0) return [];
  return records
    .map((record) => ({
      record,
      like: Math.max(0, ...namesOf(record).map((name) => likeness(words, text, name))),
    }))
    .filter(({ like }) => like >= ALIKE)
    .toSorted((a, b) => b.like - a.like || (a.record.slug < b.record.slug ? -1 : 1))
    .slice(0, most)
    .map(({ record }) => record);
}

/** 2 where all words begin words of the name, 1.5 where they sound so across scripts; else how like the names are. */
function likeness(words: readonly string[], text: string, name: string): number {
  const known = nameWords(name);
  if (normalise(name).startsWith(normalise(text))) return 3;
  if (words.every((word) => known.some((one) => one.startsWith(word)))) return 2;
  const bones = known.map((word) => skeleton(word).bones);
  const sounds = words.map((word) => skeleton(word).bones);
  if (sounds.every((sound) => sound.length > 1 && bones.some((one) => one.startsWith(sound)))) return 1.5;
  return similarity(text, name);
}

function namesOf(record: Called): string[] {
  const columns = record as Partial<Record<string, string | null>>;
  return locales
    .flatMap((locale) => [columns[`name_${locale}`] ?? '', columns[`acronym_${locale}`] ?? ''])
    .filter(Boolean);
}
