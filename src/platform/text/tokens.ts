import { stripArabicClitics } from './clitics.ts';
import { latinWords, unifyInclusive } from './latin-words.ts';
import { normalise } from './normalise.ts';

/** The language of a text; `mixed` where it is unknown or several: Latin words are then read as French. */
export type TextLanguage = 'fr' | 'ar' | 'en' | 'mixed';

/** Longest token kept, in UTF-16 units; what goes beyond is cut, so that no input makes an index row grow. */
export const MAX_TOKEN = 64;

const ARABIC_RUN = /^\p{Script=Arabic}/u;
/** Runs of Arabic letters, and runs of any other letters and digits with the signs that may join them. */
const CHUNK = /[\p{Script=Arabic}&&[\p{L}\p{M}]]+|[[\p{L}\p{N}\p{M}'·\-]--\p{Script=Arabic}]+/gv;

function cut(word: string): string {
  return word.length <= MAX_TOKEN ? word : word.slice(0, MAX_TOKEN).replace(/[\ud800-\udbff]$/, '');
}

/**
 * The words of a text in reading order, folded by `normalise`, repeated as often as they occur.
 *
 * Each word is treated by its own script, whatever the language: Arabic words lose their clitics
 * (`stripArabicClitics`); other words lose elisions (l'Oriental → oriental), give their parts and the joined form when
 * hyphenated (inter-régional → inter, regional, interregional), and their gendered forms in inclusive writing
 * (migrant-e-s → migrants). A word that changes script is split there (لـOIM → ل, oim). `language` decides between
 * French and English elisions. Hyphens between Arabic words only separate. Stop words stay: see `stems`.
 */
export function tokens(text: string, language: TextLanguage): string[] {
  const english = language === 'en';
  const found: string[] = [];
  for (const [chunk] of unifyInclusive(normalise(text)).matchAll(CHUNK)) {
    if (ARABIC_RUN.test(chunk)) found.push(cut(stripArabicClitics(cut(chunk))));
    else for (const word of latinWords(chunk, english)) found.push(cut(word));
  }
  return found;
}
