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

/** Paragraphs of a plain text: a blank line parts them, a single line break is a space. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((part) => part.replace(/\s*\r?\n\s*/g, ' ').trim())
    .filter((part) => part !== '');
}
