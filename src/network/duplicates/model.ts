import { nameWords } from '#platform/text/names.ts';
import { normalise } from '#platform/text/normalise.ts';
import { similarity } from '#platform/text/similarity.ts';
import { skeleton } from '#platform/text/skeleton.ts';

/** A record, or one to be, by all that it is called. */
export interface Named {
  slug: string;
  /** In whichever languages and scripts. */
  names: readonly string[];
  /** Equal short forms say as much as like names. */
  acronyms: readonly string[];
}

/** Why two records look alike. */
export interface Likeness {
  by: 'acronym' | 'spelling' | 'script';
  /** From 0 to 1. */
  share: number;
  /** What is like what, the one's and the other's. */
  texts: [string, string];
}

/** Two records that are probably the same. */
export interface Pair {
  slugs: [string, string];
  like: Likeness;
}

/** Probably the same, as {@link similarity} is to be read. */
const ALIKE = 0.9;
/** A word that so many names share tells none of them from the others. */
const COMMON = 200;
/** Names compared with one: those that share most of its words. */
const MOST_COMPARED = 20;

/**
 * Those of some records that a name is likely to be of, across spellings and scripts; to be shown to a human
 * being, never to be merged. Names without a word in common, by its consonants, are not compared.
 */
export class Duplicates {
  readonly #byWord = new Map<string, Named[]>();

  constructor(records: readonly Named[]) {
    for (const record of records) this.add(record);
  }

  add(record: Named): void {
    for (const word of wordsOf(record)) {
      const bucket = this.#byWord.get(word);
      if (bucket) bucket.push(record);
      else this.#byWord.set(word, [record]);
    }
  }

  /** The likest first. */
  of(named: Named): Named[] {
    return this.#likenesses(named).map(({ record }) => record);
  }

  /** Every two of the records that are probably the same, the likest first; a record is named by its slug. */
  pairs(): Pair[] {
    const found = new Map<string, Pair>();
    for (const named of new Set([...this.#byWord.values()].flat()))
      for (const { record, like } of this.#likenesses(named)) {
        if (record === named) continue;
        const slugs = [named.slug, record.slug].toSorted() as [string, string];
        found.set(slugs.join(' '), { slugs, like });
      }
    return [...found.values()].toSorted(
      (a, b) => b.like.share - a.like.share || (a.slugs.join() < b.slugs.join() ? -1 : 1),
    );
  }

  #likenesses(named: Named): { record: Named; like: Likeness }[] {
    const shared = new Map<Named, number>();
    for (const word of wordsOf(named)) {
      const bucket = this.#byWord.get(word) ?? [];
      if (bucket.length > COMMON) continue;
      for (const record of bucket) shared.set(record, (shared.get(record) ?? 0) + 1);
    }
    return [...shared]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MOST_COMPARED)
      .map(([record]) => ({ record, like: likeness(named, record) }))
      .filter(({ like }) => like.share >= ALIKE)
      .toSorted((a, b) => b.like.share - a.like.share);
  }
}

/** By what two records are alike: the acronym they share, or the two of their names that are the likest. */
export function likeness(a: Named, b: Named): Likeness {
  const short = new Set(a.acronyms.map(normalise));
  const shared = b.acronyms.find((acronym) => acronym !== '' && short.has(normalise(acronym)));
  if (shared !== undefined) return { by: 'acronym', share: 1, texts: [shared, shared] };
  let best: Likeness = { by: 'spelling', share: 0, texts: ['', ''] };
  for (const x of a.names)
    for (const y of b.names) {
      const share = similarity(x, y);
      if (share > best.share)
        best = { by: acrossScripts(x, y) ? 'script' : 'spelling', share, texts: [x, y] };
    }
  return best;
}

function acrossScripts(a: string, b: string): boolean {
  const arabic = /\p{Script=Arabic}/u;
  return arabic.test(a) !== arabic.test(b);
}

/** Words by their consonants, the same in both scripts; short ones as they are written. */
function wordsOf({ names, acronyms }: Named): Set<string> {
  const words = names.flatMap(nameWords).map((word) => {
    const { bones } = skeleton(word);
    return bones.length >= 2 ? bones : word;
  });
  return new Set([...words, ...acronyms.filter(Boolean).map((acronym) => `=${normalise(acronym)}`)]);
}
