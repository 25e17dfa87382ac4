import { newStemmer } from 'snowball-stemmers';
import { arabicStem } from './arabic-stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import { tokens } from './tokens.ts';
import type { TextLanguage } from './tokens.ts';

const french = newStemmer('french');
const english = newStemmer('english');

/**
 * Snowball's French rules want accents, which folding has removed. Three endings are put back before stemming; they
 * are regular enough: -ite (mobilité), -ee (intégrée), -iere (première).
 */
function frenchStem(word: string): string {
  return french.stem(
    word
      .replace(/i(te|ere)(s?)$/, (_, end: string, s: string) => (end === 'te' ? 'ité' : 'ière') + s)
      .replace(/ee(s?)$/, 'ée$1'),
  );
}

const STEMMERS = { fr: frenchStem, en: (word: string) => english.stem(word), ar: arabicStem };

/**
 * The stems of a text in reading order, for an index or a query, without stop words and repeated as often as they
 * occur (an index may count them). Each word is stemmed by its own script: Arabic by `arabicStem`, Latin by Snowball's
 * English stemmer when `language` is 'en', else by its French one; other scripts and numbers stay as they are.
 * Stems are folded again, so they hold no accent. A text of stop words alone gives an empty list.
 *
 * Stemmers: M. F. Porter, https://snowballstem.org, as ported in `snowball-stemmers`.
 */
export function stems(text: string, language: TextLanguage): string[] {
  const latin = language === 'en' ? 'en' : 'fr';
  const known = new Map<string, string>();
  const found: string[] = [];
  for (const word of tokens(text, language)) {
    const own = /^\p{Script=Arabic}/u.test(word) ? 'ar' : latin;
    if (STOP_WORDS[own].has(word)) continue;
    let stem = known.get(word);
    if (stem === undefined) {
      stem =
        own === 'ar' || /^[a-z]+$/.test(word)
          ? STEMMERS[own](word)
              .normalize('NFD')
              .replace(/[\u0300-\u036f]/g, '')
          : word;
      known.set(word, stem);
    }
    if (stem !== '') found.push(stem);
  }
  return found;
}
