import { locales, type Locale } from '#platform/locale/locale.ts';
import { isShared, sensesOf, type Sense } from '../senses/model.ts';

/** A title in whichever languages it is known. */
export type Titles = Partial<Record<Locale, string | null>>;

/** Why two titles look alike: the two texts, and how much they share, from 0 to 1. */
export interface Likeness {
  share: number;
  texts: [string, string];
}

/** From here on two recommendations are probably one; said to a human being, never merged. */
const ALIKE = 0.55;
/** What tells less in common says nothing, but of titles that hold no more. */
const LEAST = 1.5;
/** Across languages only senses are met, so there are to be more of them; words of one language count for less. */
const FEWEST_ACROSS = 3;
const FOREIGN = 0.4;
/** Titles are no longer; what is typed may be. */
const TITLE = 300;

/**
 * How alike two titles are, in the languages in which they are most: by what their words mean, weighed, whatever their
 * order (Dice's coefficient). Titles that have no language in common are compared by senses alone. Null where they are
 * probably of two things.
 */
export function titleLikeness(one: Titles, other: Titles): Likeness | null {
  const common = locales.filter((locale) => one[locale] && other[locale]);
  const pairs = common.length > 0 ? common.map((locale) => [locale, locale] as const) : across(one, other);
  let best: Likeness | null = null;
  for (const [a, b] of pairs) {
    const texts: [string, string] = [one[a] ?? '', other[b] ?? ''];
    const share = sharedOf(senses(texts[0], a), senses(texts[1], b), a !== b);
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { share, texts };
  }
  return best;
}

function across(one: Titles, other: Titles): (readonly [Locale, Locale])[] {
  return locales.flatMap((a) => locales.flatMap((b) => (one[a] && other[b] ? [[a, b] as const] : [])));
}

const senses = (text: string, locale: Locale) => sensesOf(text.slice(0, TITLE), locale);

function sharedOf(a: Map<string, Sense>, b: Map<string, Sense>, isAcross: boolean): number {
  const shared = [...a.values()].filter((sense) => b.has(sense.key) && (!isAcross || isShared(sense)));
  if (shared.length === 0 || (isAcross && shared.length < FEWEST_ACROSS)) return 0;
  const weigh = (some: Iterable<Sense>) =>
    [...some].reduce((sum, one) => sum + (isAcross && !isShared(one) ? FOREIGN : one.weight), 0);
  const [weight, ofA, ofB] = [weigh(shared), weigh(a.values()), weigh(b.values())];
  if (weight + 1e-9 < Math.min(LEAST, ofA, ofB)) return 0;
  // As exact as it says anything: in whichever order they are added, the sums are the same.
  return Math.round((2000 * weight) / (ofA + ofB)) / 1000;
}

/** A sense that tells less finds nearly every recommendation. */
const TELLING = 0.5;
/** So many senses are looked for: a database takes no question of any length. */
const MOST = 24;

/** The senses by which recommendations are found that may say what some titles say: those that tell most. */
export function tellingSenses(titles: Titles): Sense[] {
  const found = new Map<string, Sense>();
  for (const locale of locales)
    for (const [key, sense] of senses(titles[locale] ?? '', locale)) found.set(key, sense);
  const all = [...found.values()].toSorted((a, b) => b.weight - a.weight);
  const telling = all.filter(({ weight }) => weight >= TELLING);
  return (telling.length > 0 ? telling : all).slice(0, MOST);
}
