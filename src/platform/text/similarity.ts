import { nameKey, nameWords } from './names.ts';
import { bySound, bySpelling, nameWord, pairedLikeness } from './pairing.ts';
import type { NameWord } from './pairing.ts';

export { nameKey };

/** Consonants that both names must hold before sounds alone may speak for them in full. */
const EVIDENCE = 5;
/** Sounds never prove as much as letters. */
const BEST_BY_SOUND = 0.97;

const isArabic = (word: NameWord): boolean => /^\p{Script=Arabic}/u.test(word.text);
const consonants = (words: NameWord[]): number => words.reduce((sum, word) => sum + word.bones.length, 0);

function acrossScripts(a: NameWord[], b: NameWord[]): number {
  const evidence = Math.min(1, Math.min(consonants(a), consonants(b)) / EVIDENCE);
  return BEST_BY_SOUND * evidence * pairedLikeness(a, b, bySound);
}

/**
 * How likely two spellings name the same person or organisation, from 0 (nothing in common) to 1 (the same words).
 * For proposing duplicates to a human being, never for merging: read 0.9 and more as "probably the same", 0.75 and
 * more as "look". Symmetric; the order of words, titles, articles, hyphens, accents and case do not count. Names
 * without letters or digits are like nothing, themselves included (0).
 *
 * Names that share a script are compared in it by spelling (Jaro-Winkler on words, see `jaroWinkler` and
 * `pairedLikeness`); a bilingual name is compared in each script it shares and the best counts. Names that share none,
 * Arabic and Latin, are compared by their consonants (`skeleton`).
 *
 * Limits. Homonyms get 1. First names that differ by a vowel (Karim, Karam) or by a consonant that Latin spelling
 * blurs (سعد, سعيد against Saad) come close across scripts, and names of few consonants (Ali, علي) stay low there for
 * want of evidence. Spellings after Spanish, translated names (Casablanca, الدار البيضاء) and acronyms (OIM) are not
 * recognised. Only the first 16 words of a name count.
 */
export function similarity(a: string, b: string): number {
  return spellingsSimilarity(spelling(a), spelling(b));
}

/** A name taken apart once, to be compared with many. */
export interface Spelling {
  name: string;
  words: NameWord[];
  arabic: NameWord[];
  other: NameWord[];
}

export function spelling(name: string): Spelling {
  const words = nameWords(name).map(nameWord);
  return {
    name,
    words,
    arabic: words.filter(isArabic),
    other: words.filter((word) => !isArabic(word)),
  };
}

/** {@link similarity} of two names that were taken apart before. */
export function spellingsSimilarity(a: Spelling, b: Spelling): number {
  const [x, y] = a.name <= b.name ? [a, b] : [b, a];
  if (x.words.length === 0 || y.words.length === 0) return 0;
  const inScript = (p: NameWord[], q: NameWord[]) =>
    p.length > 0 && q.length > 0 ? pairedLikeness(p, q, bySpelling) : -1;
  const best = Math.max(inScript(x.arabic, y.arabic), inScript(x.other, y.other));
  return best >= 0 ? best : acrossScripts(x.words, y.words);
}
