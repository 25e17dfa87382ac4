import { normalise } from './normalise.ts';
import { stems } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import { tokens, type TextLanguage } from './tokens.ts';

/** What is found together: any of these words, or any word that begins so. */
export interface Term {
  words: readonly string[];
  beginning: string | null;
}

/** So many words are looked for at most, of so many letters of what was typed. */
export const MOST_TERMS = 8;
export const LONGEST_QUERY = 200;

/** A beginning of fewer letters would find nearly everything. */
const SHORTEST_BEGINNING = 3;

/** Of a number the beginning is another number. */
const isNumber = (word: string) => /^\d+$/.test(word);
const beginningOf = (word: string) => (word.length < SHORTEST_BEGINNING || isNumber(word) ? null : word);

/**
 * What whoever typed a text is looking for, each part of it to be found: a reference or another word with a
 * number, with its signs or without, or by its beginning; or a word by its stem in any of the three languages, or by its
 * beginning. A text without any word gives none.
 */
export function searchTerms(text: string): Term[] {
  const terms = new Map<string, Term>();
  for (const chunk of normalise(text.slice(0, LONGEST_QUERY)).split(' ')) {
    const numbered = /\d/.test(chunk) ? numberedTerm(chunk) : null;
    if (numbered) {
      terms.set(chunk, numbered);
      continue;
    }
    for (const token of tokens(chunk.replaceAll('-', ' '), 'mixed')) {
      const isCommon = Object.values(STOP_WORDS).some((words) => words.has(token));
      if (isCommon || token.length < 2) continue;
      // A stemmer may take a plural for another word than its singular: foyers, foyer.
      const forms = [token, token.replace(/[sx]$/, '')];
      const words = [
        ...new Set([token, ...forms.flatMap((one) => [...stems(one, 'fr'), ...stems(one, 'en')])]),
      ];
      terms.set(token, { words, beginning: beginningOf(token) });
    }
  }
  return [...terms.values()].slice(0, MOST_TERMS);
}

/**
 * A word with a number as references keep it, with its signs, or as texts do, without: EX-09, covid-19. Null where texts
 * have its parts alone (26/06), which are words of their own then.
 */
function numberedTerm(chunk: string): Term | null {
  const { written, joined } = wholeOf(chunk);
  if (joined === '' || !tokens(chunk, 'mixed').includes(joined)) return null;
  return {
    words: [...new Set([written, joined])],
    beginning: beginningOf(isNumber(joined) ? written : joined),
  };
}

/** The words under which a reference is found: whole, without its signs, and its parts; the one that is typed first. */
export function referenceWords(reference: string): string[] {
  const { written, joined } = wholeOf(reference);
  return [...new Set([written, joined, ...tokens(reference, 'mixed')])].filter(Boolean);
}

/** A reference folded, without the signs around it: as it is written, and without those within it. */
function wholeOf(reference: string): { written: string; joined: string } {
  const folded = normalise(reference).replaceAll(' ', '');
  const written = folded.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return { written, joined: written.replace(/[^\p{L}\p{M}\p{N}]+/gu, '') };
}

/** The words under which texts are found, each once: their stems by their language, and numbers as they are. */
export function indexWords(texts: readonly { text: string; language: TextLanguage }[]): string[] {
  return [...new Set(texts.flatMap(({ text, language }) => stems(text, language)))];
}
