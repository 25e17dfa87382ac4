import type { Database } from '../database/database.ts';
import { entriesAfter, lastNumber, runningTransactionsEnd } from '../journal/read.ts';
import type { Log } from '../log/log.ts';
import type { Kept } from './kept.ts';

/** The caches' place in the journal: it lives as long as the process, like the caches themselves. */
export interface CacheFollower {
  /** Resolves once every entry committed before the call has been taken. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Drops what caches keep as the journal grows, whichever process writes it; all of them at the same instant. A
 * failed read empties them.
 */
export async function followJournal(
  db: Database,
  caches: readonly Pick<Kept<unknown>, 'take' | 'clear'>[],
  log: Log,
): Promise<CacheFollower> {
  const stopping = new AbortController();
  let number = await lastNumber(db);
  let last: Promise<void> = Promise.resolve();

  async function take(): Promise<void> {
    for (;;) {
      const entries = await entriesAfter(db, number, { signal: stopping.signal });
      if (entries.length === 0) return;
      for (const cache of caches) cache.take(entries);
      number = entries.at(-1)!.number;
    }
  }
  const clear = () => {
    for (const cache of caches) cache.clear();
  };
  const lost = (error: unknown) => {
    clear();
    if (!stopping.signal.aborted) log.error('page cache lost the journal', { error });
  };
  // On PostgreSQL, what was being written at the start may commit below the number from which entries are taken.
  const early =
    db.engine === 'postgres'
      ? runningTransactionsEnd(db, stopping.signal).then(clear, lost)
      : Promise.resolve();
  const settled = async () => {
    last = last.then(take).catch(lost);
    await Promise.all([early, last]);
  };
  const stopWatching = db.watch(() => void settled());
  const stop = async () => {
    stopWatching();
    stopping.abort();
    await Promise.all([early, last]);
  };
  return { settled, stop };
}
