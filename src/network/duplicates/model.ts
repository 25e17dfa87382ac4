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
      .filter(({ like }) => like >= ALIKE)
      .toSorted((a, b) => b.like - a.like)
      .map(({ record }) => record);
  }
}

function likeness(a: Named, b: Named): number {
  const short = new Set(a.acronyms.map(normalise));
  if (b.acronyms.some((acronym) => acronym !== '' && short.has(normalise(acronym)))) return 1;
  return Math.max(0, ...a.names.flatMap((x) => b.names.map((y) => similarity(x, y))));
}

/** Words by their consonants, the same in both scripts; short ones as they are written. */
function wordsOf({ names, acronyms }: Named): Set<string> {
  const words = names.flatMap(nameWords).map((word) => {
    const { bones } = skeleton(word);
    return bones.length >= 2 ? bones : word;
  });
  return new Set([...words, ...acronyms.filter(Boolean).map((acronym) => `=${normalise(acronym)}`)]);
}
