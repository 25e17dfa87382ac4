import { jaroWinkler } from './jaro-winkler.ts';
import { fromSounds, skeleton } from './skeleton.ts';
import type { Skeleton } from './skeleton.ts';

/** A word of a name with its sounds. */
export interface NameWord extends Skeleton {
  text: string;
}

/** How like two words are, in [0, 1]. */
export type Likeness = (a: NameWord, b: NameWord) => number;

export function nameWord(text: string): NameWord {
  return { text, ...skeleton(text) };
}

/** What equal consonants are worth in one script, by their number; from four on 0.96. */
const BONES_ALIKE = [0, 0, 0, 0.93];

/** For two words of one script: their spelling, or their sounds where these agree (Aïssaoui, Aissawi). */
export const bySpelling: Likeness = (a, b) => {
  const [short, long] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  if (short.length === 1 && long.length > 1) return long.startsWith(short) ? 0.9 : 0;
  const sameSounds = a.full !== '' && a.full === b.full ? 0.97 : 0;
  const sameBones =
    a.bones === b.bones && a.full[0] === b.full[0] ? (BONES_ALIKE[a.bones.length] ?? 0.96) : 0;
  return Math.max(jaroWinkler(a.text, b.text), sameSounds, sameBones);
};

/** For two words of different scripts: four parts consonants, one part vowels. Short skeletons must be equal. */
export const bySound: Likeness = (a, b) => {
  if (a.bones === '' || b.bones === '') return a.full !== '' && a.full === b.full ? 1 : 0;
  const short = Math.min(a.bones.length, b.bones.length) < 3;
  const bones = short ? Number(a.bones === b.bones) : jaroWinkler(a.bones, b.bones);
  return 0.8 * bones + 0.2 * jaroWinkler(a.full, b.full);
};

/** Below this a likeness says nothing: unrelated words easily reach 0.6. It is mapped to 0. */
const FLOOR = 0.75;
/** Neighbours count as one word when, written together, they are this like a word of the other side. */
const COMPOUND = 0.92;

const together = (a: NameWord, b: NameWord): NameWord => ({
  text: a.text + b.text,
  ...fromSounds(a.full + b.full),
});

/** Joins the neighbours of `words` that together are one word of `others` (Nour Eddine, Noureddine). */
function compounded(words: NameWord[], others: NameWord[], likeness: Likeness): NameWord[] {
  const best = (word: NameWord) => Math.max(0, ...others.map((other) => likeness(word, other)));
  const result: NameWord[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const here = words[i];
    const next = words[i + 1];
    if (here === undefined) break;
    const joined = next && together(here, next);
    if (joined && best(joined) >= COMPOUND && best(joined) > Math.max(best(here), best(next))) {
      result.push(joined);
      i += 1;
    } else result.push(here);
  }
  return result;
}

/**
 * How like two lists of words are, in [0, 1], whatever their order: words are paired one to one, the likest first, and
 * the likeness of the pairs is weighted by their length; a word left alone counts 0. A symmetric form of the measure
 * of A. Monge and C. Elkan, "The field matching problem", KDD-96, compared with others for names in W. Cohen,
 * P. Ravikumar and S. Fienberg, "A comparison of string distance metrics for name-matching tasks", IIWeb-03.
 */
export function pairedLikeness(left: NameWord[], right: NameWord[], likeness: Likeness): number {
  const a = compounded(left, right, likeness);
  const b = compounded(right, a, likeness);
  const pairs = a
    .flatMap((x, i) =>
      b.map((y, j) => ({ i, j, like: likeness(x, y), weight: x.text.length + y.text.length })),
    )
    .sort((p, q) => q.like - p.like || q.weight - p.weight);
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  let sum = 0;
  for (const { i, j, like, weight } of pairs) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    sum += (weight * Math.max(0, like - FLOOR)) / (1 - FLOOR);
  }
  const total = [...a, ...b].reduce((length, word) => length + word.text.length, 0);
  return total === 0 ? 0 : sum / total;
}
