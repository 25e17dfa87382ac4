import { nameWords } from '#platform/text/names.ts';
import { normalise } from '#platform/text/normalise.ts';
import { spelling, spellingsSimilarity, type Spelling } from '#platform/text/similarity.ts';
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
  readonly #byWord = new Map<string, Set<Named>>();

  constructor(records: readonly Named[]) {
    for (const record of records) this.add(record);
  }

  add(record: Named): void {
    for (const word of wordsOf(record)) {
      const bucket = this.#byWord.get(word);
      if (bucket) bucket.add(record);
      else this.#byWord.set(word, new Set([record]));
    }
  }

  remove(record: Named): void {
    for (const word of wordsOf(record)) this.#byWord.get(word)?.delete(record);
  }

  /** All whose likenesses may change where a record comes (after it came) or goes (before it goes). */
  around(record: Named): Named[] {
    return [...wordsOf(record)].flatMap((word) => {
      const bucket = this.#byWord.get(word);
      return bucket && bucket.size <= COMMON + 1 ? [...bucket] : [];
    });
  }

  /** The likest first. */
  of(named: Named): Named[] {
    return this.likenesses(named).map(({ record }) => record);
  }

  /** As {@link of}, with the reasons. */
  likenesses(named: Named): { record: Named; like: Likeness }[] {
    const shared = new Map<Named, number>();
    for (const word of wordsOf(named)) {
      const bucket = this.#byWord.get(word);
      if (!bucket || bucket.size > COMMON) continue;
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

/** Every two of some records that are probably the same, kept as the records come and go. */
export class Pairs<Record extends Named> {
  readonly #duplicates = new Duplicates([]);
  readonly #found = new Map<Record, { record: Record; like: Likeness }[]>();

  /** Takes records out and in; between two steps others may have their turn, and the pairs are whole at the end. */
  *replace(gone: readonly Record[], come: readonly Record[]): Generator<void> {
    const affected = new Set<Record>(come);
    const isFirst = this.#found.size === 0;
    const touch = (record: Record) => {
      if (!isFirst) for (const other of this.#duplicates.around(record)) affected.add(other as Record);
    };
    for (const record of gone) {
      touch(record);
      this.#duplicates.remove(record);
      this.#found.delete(record);
    }
    for (const record of come) {
      this.#duplicates.add(record);
      touch(record);
      yield;
    }
    for (const record of gone) affected.delete(record);
    for (const record of affected) {
      const likenesses = this.#duplicates.likenesses(record) as { record: Record; like: Likeness }[];
      this.#found.set(
        record,
        likenesses.filter((one) => one.record !== record),
      );
      yield;
    }
  }

  /** The likest first; of two the one whose slug comes first in the alphabet. */
  list(): { first: Record; second: Record; share: number }[] {
    const pairs = new Map<string, { first: Record; second: Record; share: number }>();
    for (const [own, others] of this.#found)
      for (const { record, like } of others) {
        const [first, second] = own.slug < record.slug ? [own, record] : [record, own];
        pairs.set(`${first.slug} ${second.slug}`, { first, second, share: like.share });
      }
    const key = ({ first, second }: { first: Record; second: Record }) => `${first.slug},${second.slug}`;
    return [...pairs.values()].toSorted((a, b) => b.share - a.share || (key(a) < key(b) ? -1 : 1));
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
      const share = spellingsSimilarity(spellingOf(a, x), spellingOf(b, y));
      if (share > best.share)
        best = { by: acrossScripts(x, y) ? 'script' : 'spelling', share, texts: [x, y] };
    }
  return best;
}

const spellings = new WeakMap<Named, Map<string, Spelling>>();

/** A name of a record, taken apart once as long as the record is held. */
function spellingOf(record: Named, name: string): Spelling {
  const own = spellings.get(record) ?? new Map<string, Spelling>();
  if (own.size === 0) spellings.set(record, own);
  const known = own.get(name) ?? spelling(name);
  own.set(name, known);
  return known;
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
