import { locales, type Locale } from '#platform/locale/locale.ts';
import { stems } from '#platform/text/stem.ts';

/** A title in whichever languages it is known. */
export type Titles = Partial<Record<Locale, string | null>>;

/** Why two titles look alike: the two texts, in one language, and how much they share, from 0 to 1. */
export interface Likeness {
  share: number;
  texts: [string, string];
}

/** From here on two recommendations are probably one; said to a human being, never merged. */
const ALIKE = 0.6;
/** Fewer words in common say nothing. */
const FEWEST = 2;

/**
 * How alike two titles are, in the language in which they are most: by the stems of their words, whatever their order
 * (Dice's coefficient). Null where they are probably of two things.
 */
export function titleLikeness(one: Titles, other: Titles): Likeness | null {
  let best: Likeness | null = null;
  for (const locale of locales) {
    const texts = [one[locale], other[locale]];
    const [a, b] = texts.map((text) => new Set(stems((text ?? '').slice(0, TITLE), locale))) as [
      Set<string>,
      Set<string>,
    ];
    const shared = a.intersection(b).size;
    if (shared < Math.min(FEWEST, a.size, b.size) || shared === 0) continue;
    const share = (2 * shared) / (a.size + b.size);
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { share, texts: texts as [string, string] };
  }
  return best;
}

/** Arabic particles and the article that are written with the word after them. */
const CLITICS = /^[وفبكل]?ال|^لل/u;
/** So many words are looked for, each by so many letters: a database takes no pattern of any length. */
const MOST = 12;
const LONGEST = 24;
/** Titles are no longer; what is typed may be. */
const TITLE = 300;

/**
 * Beginnings of a title's words, in small letters, by which a database finds titles that may share them: a word's
 * endings are left out, and short words.
 */
export function beginnings(title: string): string[] {
  const words = title
    .slice(0, TITLE)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  const found = words.flatMap((word) => {
    const bare = word.replace(CLITICS, '');
    return bare.length >= 4 ? [bare.slice(0, Math.min(LONGEST, Math.max(3, bare.length - 3)))] : [];
  });
  // The longest tell most.
  return [...new Set(found)].toSorted((a, b) => b.length - a.length).slice(0, MOST);
}
