/**
 * A text as a page shows it: already chosen for the reader, with the language it is really in.
 * `fallback` says that the reader's own language was asked for and missing.
 */
export interface LocalText {
  readonly text: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly fallback: boolean;
}

/** A text in the page's own language, or one that carries its language. */
export type Words = string | LocalText;

/** Words of a line, each in the language it is in, parted by a dot. */
export type Line = Words | readonly Words[];

/** A line of what is known among some words. */
export function line(words: readonly (Words | undefined | null | false)[]): readonly Words[] {
  return words.filter((part): part is Words => Boolean(part));
}

/** How many names of a list stand in for missing translations before one note for the list says so. */
const MANY = 4;

/** The languages of the names in a list that stand in for missing translations, where these are many; else none. */
export function manyFallbacks(names: readonly Words[]): string[] {
  const standing = names.filter((name) => typeof name !== 'string').filter(({ fallback }) => fallback);
  return standing.length < MANY ? [] : [...new Set(standing.map(({ lang }) => lang))];
}

/** Paragraphs of a plain text: a blank line parts them, a single line break is a space. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((part) => part.replace(/\s*\r?\n\s*/g, ' ').trim())
    .filter((part) => part !== '');
}
