import { EVERYTHING } from '../journal/append.ts';
import type { Entry } from '../journal/model.ts';
import type { Reads } from './reads.ts';

/** A whole answer, as bytes for each encoding a reader may accept. */
export interface CachedPage {
  status: number;
  headers: Record<string, string>;
  etag: string;
  bodies: { identity: Buffer; gzip?: Buffer | undefined; br?: Buffer | undefined };
}

interface Kept {
  page: CachedPage;
  reads: Pick<Reads, 'touches' | 'tables' | 'until'>;
  bytes: number;
}

/**
 * Whole public pages by address, dropped when the journal says that something they read has changed.
 * Least recently used pages leave first once the cache holds more than its bytes.
 */
export class PageCache {
  readonly #mostBytes: number;
  readonly #pages = new Map<string, Kept>();
  /** Which pages read a record (by id or address) or a whole table (by name). */
  readonly #readers = new Map<string, Set<string>>();
  /** When each thing last changed, in {@link #turn}s, for pages being made meanwhile. */
  readonly #changed = new Map<string, number>();
  #turn = 0;
  #emptied = 0;
  #bytes = 0;

  constructor(mostBytes = 64 * 1024 * 1024) {
    this.#mostBytes = mostBytes;
  }

  get size(): number {
    return this.#pages.size;
  }

  /** The page kept under an address, unless its time is over. */
  get(key: string, now: number): CachedPage | null {
    const kept = this.#pages.get(key);
    if (!kept) return null;
    if (kept.reads.until <= now) {
      this.#drop(key);
      return null;
    }
    if (this.#bytes > this.#mostBytes / 2) {
      this.#pages.delete(key);
      this.#pages.set(key, kept);
    }
    return kept.page;
  }

  /** Call before a page is made; give the answer to {@link put}. */
  begin(): number {
    return this.#turn;
  }

  /**
   * Keeps a page, unless something it read has changed since `begun`, or it is larger than the whole cache.
   * @returns whether it is kept
   */
  put(key: string, page: CachedPage, reads: Reads, begun: number): boolean {
    if (this.#emptied > begun) return false;
    for (const read of readKeys(reads)) if ((this.#changed.get(read) ?? 0) > begun) return false;
    this.#drop(key);
    const bytes =
      page.bodies.identity.length + (page.bodies.gzip?.length ?? 0) + (page.bodies.br?.length ?? 0);
    if (bytes > this.#mostBytes) return false;
    this.#pages.set(key, { page, reads, bytes });
    this.#bytes += bytes;
    for (const read of readKeys(reads)) {
      const readers = this.#readers.get(read);
      if (readers) readers.add(key);
      else this.#readers.set(read, new Set([key]));
    }
    for (const [oldest] of this.#pages) {
      if (this.#bytes <= this.#mostBytes || oldest === key) break;
      this.#drop(oldest);
    }
    return true;
  }

  /** Drops every page that journal entries put out of date. */
  take(entries: readonly Entry[]): void {
    this.#turn += 1;
    for (const entry of entries) {
      if (entry.touches.includes(EVERYTHING)) return this.clear();
      for (const key of [...entry.touches, tableKey(entry.kind)]) {
        this.#changed.set(key, this.#turn);
        for (const page of this.#readers.get(key) ?? []) this.#drop(page);
      }
    }
    if (this.#changed.size > 10_000) this.#forgetChanges();
  }

  clear(): void {
    this.#turn += 1;
    this.#pages.clear();
    this.#readers.clear();
    this.#bytes = 0;
    this.#forgetChanges();
  }

  /** Pages under way are not kept: it is no longer known what changed since they began. */
  #forgetChanges(): void {
    this.#changed.clear();
    this.#emptied = this.#turn;
  }

  #drop(key: string): void {
    const kept = this.#pages.get(key);
    if (!kept) return;
    this.#pages.delete(key);
    this.#bytes -= kept.bytes;
    for (const read of readKeys(kept.reads)) {
      const readers = this.#readers.get(read);
      readers?.delete(key);
      if (readers?.size === 0) this.#readers.delete(read);
    }
  }
}

function tableKey(table: string): string {
  return `table:${table}`;
}

function* readKeys(reads: Pick<Reads, 'touches' | 'tables'>): Iterable<string> {
  yield* reads.touches;
  for (const table of reads.tables) yield tableKey(table);
}
