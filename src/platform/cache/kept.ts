import { EVERYTHING } from '../journal/append.ts';
import type { Entry } from '../journal/model.ts';
import type { Reads } from './reads.ts';

/** What was read to make something, and until when it holds. */
export type WhatWasRead = Pick<Reads, 'touches' | 'tables' | 'until'>;

/** One thing that is kept. */
interface Held<Thing> {
  thing: Thing;
  reads: WhatWasRead;
  weight: number;
}

/**
 * Things made from records, each under a key, dropped when the journal says that something they read has
 * changed. The least recently used leave first once all together weigh more than they may.
 */
export class Kept<Thing> {
  readonly #most: number;
  readonly #weigh: (thing: Thing, reads: WhatWasRead) => number;
  readonly #held = new Map<string, Held<Thing>>();
  /** Which things read a record (by id or address) or a whole table (by name). */
  readonly #readers = new Map<string, Set<string>>();
  /** When each record last changed, in {@link #turn}s, for things being made meanwhile. */
  readonly #changed = new Map<string, number>();
  #turn = 0;
  #emptied = 0;
  #weight = 0;

  constructor(most: number, weigh: (thing: Thing, reads: WhatWasRead) => number) {
    this.#most = most;
    this.#weigh = weigh;
  }

  get size(): number {
    return this.#held.size;
  }

  /** What is kept under a key, unless its time is over. */
  get(key: string, now: number): Thing | null {
    return this.find(key, now)?.thing ?? null;
  }

  /** The same with what it read. */
  find(key: string, now: number): { thing: Thing; reads: WhatWasRead } | null {
    const held = this.#held.get(key);
    if (!held) return null;
    if (held.reads.until <= now) {
      this.#drop(key);
      return null;
    }
    if (this.#weight > this.#most / 2) {
      this.#held.delete(key);
      this.#held.set(key, held);
    }
    return held;
  }

  /** Call before a thing is made; give the answer to {@link put}. */
  begin(): number {
    return this.#turn;
  }

  /**
   * Keeps a thing, unless something it read has changed since `begun`, or it alone weighs more than all may.
   * @returns whether it is kept
   */
  put(key: string, thing: Thing, reads: WhatWasRead, begun: number): boolean {
    if (this.#emptied > begun) return false;
    for (const read of readKeys(reads)) if ((this.#changed.get(read) ?? 0) > begun) return false;
    this.#drop(key);
    const weight = this.#weigh(thing, reads);
    if (weight > this.#most) return false;
    this.#held.set(key, { thing, reads, weight });
    this.#weight += weight;
    for (const read of readKeys(reads)) {
      const readers = this.#readers.get(read);
      if (readers) readers.add(key);
      else this.#readers.set(read, new Set([key]));
    }
    for (const [oldest] of this.#held) {
      if (this.#weight <= this.#most || oldest === key) break;
      this.#drop(oldest);
    }
    return true;
  }

  /** Drops everything that journal entries put out of date. */
  take(entries: readonly Entry[]): void {
    this.#turn += 1;
    for (const entry of entries) {
      if (entry.touches.includes(EVERYTHING)) return this.clear();
      for (const key of [...entry.touches, tableKey(entry.kind)]) {
        this.#changed.set(key, this.#turn);
        for (const reader of this.#readers.get(key) ?? []) this.#drop(reader);
      }
    }
    if (this.#changed.size > 10_000) this.#forgetChanges();
  }

  clear(): void {
    this.#turn += 1;
    this.#held.clear();
    this.#readers.clear();
    this.#weight = 0;
    this.#forgetChanges();
  }

  /** What is being made is not kept: it is no longer known what changed since they began. */
  #forgetChanges(): void {
    this.#changed.clear();
    this.#emptied = this.#turn;
  }

  #drop(key: string): void {
    const held = this.#held.get(key);
    if (!held) return;
    this.#held.delete(key);
    this.#weight -= held.weight;
    for (const read of readKeys(held.reads)) {
      const readers = this.#readers.get(read);
      readers?.delete(key);
      if (readers?.size === 0) this.#readers.delete(read);
    }
  }
}

function tableKey(table: string): string {
  return `table:${table}`;
}

function* readKeys(reads: WhatWasRead): Iterable<string> {
  yield* reads.touches;
  for (const table of reads.tables) yield tableKey(table);
}
