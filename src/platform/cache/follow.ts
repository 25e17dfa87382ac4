import type { Database } from '../database/database.ts';
import { entriesAfter, lastNumber } from '../journal/read.ts';
import type { Log } from '../log/log.ts';
import type { PageCache } from './pages.ts';

/** The page cache's place in the journal: it lives as long as the process, like the cache itself. */
export interface CacheFollower {
  /** Resolves once every entry committed before the call has been taken. */
  settled(): Promise<void>;
  stop(): void;
}

/** Drops cached pages as the journal grows, whichever process writes it. A failed read empties the cache. */
export async function followJournal(db: Database, cache: PageCache, log: Log): Promise<CacheFollower> {
  let number = await lastNumber(db);
  let last: Promise<void> = Promise.resolve();

  async function take(): Promise<void> {
    try {
      for (;;) {
        const entries = await entriesAfter(db, number);
        if (entries.length === 0) return;
        cache.take(entries);
        number = entries.at(-1)!.number;
      }
    } catch (error) {
      cache.clear();
      log.error('page cache lost the journal', { error });
    }
  }
  const settled = () => (last = last.then(take));
  const stop = db.watch(() => void settled());
  return { settled, stop };
}
