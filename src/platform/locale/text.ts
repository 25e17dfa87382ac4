import { baseLocale, directionOf, locales, type Direction, type Locale } from './locale.ts';

/** A field in the three languages as the tables hold it: `x_fr`, `x_ar`, `x_en` and `x_original`. */
export type Trilingual<Field extends string> = {
  [Column in `${Field}_${Locale}`]: string | null;
} & { [Column in `${Field}_original`]: Locale };

/** A passage ready to show: its text, its own language and direction, and whether it stands in for another. */
export interface Passage {
  text: string;
  lang: Locale;
  dir: Direction;
  /** True where the reader's language is missing and another is shown. */
  fallback: boolean;
}

/**
 * The passage of a trilingual field for a reader: the reader's language, else the original, else fr, ar, en.
 * @returns null where the field is empty in every language.
 */
export function passage<Field extends string>(
  record: Trilingual<Field>,
  field: Field,
  reader: Locale,
): Passage | null {
  const columns = record as Record<string, string | null>;
  const original = columns[`${field}_original`] as Locale;
  for (const lang of [reader, original, ...locales]) {
    const text = columns[`${field}_${lang}`];
    if (text) return { text, lang, dir: directionOf(lang), fallback: lang !== reader };
  }
  return null;
}

/** As {@link passage}, for a field that is never empty in every language (the schema requires one). */
export function requiredPassage<Field extends string>(
  record: Trilingual<Field>,
  field: Field,
  reader: Locale,
): Passage {
  const found = passage(record, field, reader);
  if (!found) throw new Error(`The field ${field} is empty in every language`);
  return found;
}

/** A text in some of the three languages, with the language it was first written in. */
export interface TrilingualText {
  fr?: string | undefined;
  ar?: string | undefined;
  en?: string | undefined;
  original: Locale;
}

/** The columns that hold a text under a field's name; an absent text leaves all three empty. */
export function columns<Field extends string>(
  field: Field,
  text: TrilingualText | undefined,
): Trilingual<Field> {
  const entries = locales.map((locale) => [`${field}_${locale}`, text?.[locale] || null]);
  return Object.fromEntries([
    ...entries,
    [`${field}_original`, text?.original ?? baseLocale],
  ]) as Trilingual<Field>;
}

/** The text that columns hold under a field's name, as {@link columns} takes it. */
export function textOf<Field extends string>(record: Trilingual<Field>, field: Field): TrilingualText {
  const held = record as Record<string, string | null>;
  const entries = locales.map((locale) => [locale, held[`${field}_${locale}`] ?? undefined]);
  return { ...Object.fromEntries(entries), original: held[`${field}_original`] as Locale };
}
