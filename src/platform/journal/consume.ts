import { instant, type Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import type { Entry } from './model.ts';
import { entriesAfter } from './read.ts';

/** What does something on every journal entry: mail, federation. */
export interface Consumer {
  /** Names its place in the journal; never change it once used. */
  name: string;
  /**
   * Takes entries in order. It is called again with the same entries when it throws or the process ends
   * before its place is kept: what it does must bear being done twice.
   */
  take(entries: Entry[]): Promise<void>;
}

/** Waits before a consumer that failed is called again, in milliseconds; doubled up to the longest. */
const FIRST_RETRY = 500;
const LONGEST_RETRY = 60_000;

/**
 * Brings one consumer up to the end of the journal, keeping its place after each batch.
 * @param signal ends it after the batch under way.
 * @returns how many entries it took; 0 as well where another process runs it.
 */
export async function catchUp(
  db: Database,
  consumer: Consumer,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  const taken = await db.exclusively(`consumer ${consumer.name}`, async () => {
    let count = 0;
    for (;;) {
      if (signal?.aborted) return count;
      const entries = await entriesAfter(db, await place(db, consumer.name), { signal });
      const last = entries.at(-1);
      if (!last) return count;
      await consumer.take(entries);
      await keepPlace(db, consumer.name, last.number, clock);
      count += entries.length;
    }
  });
  return taken ?? 0;
}

/**
 * Runs consumers for as long as the server does: at start, and after each commit.
 * @returns a function that stops them once the batch under way is done.
 */
export function runConsumers(
  db: Database,
  consumers: Consumer[],
  clock: Clock,
  log: Log,
): () => Promise<void> {
  const runs = consumers.map((consumer) => runConsumer(db, consumer, clock, log));
  return async () => {
    await Promise.all(runs.map((stop) => stop()));
  };
}

function runConsumer(db: Database, consumer: Consumer, clock: Clock, log: Log): () => Promise<void> {
  const stopping = new AbortController();
  let again = false;
  let running: Promise<void> | null = null;
  let retry: NodeJS.Timeout | undefined;
  let wait = FIRST_RETRY;

  const wake = () => {
    if (stopping.signal.aborted) return;
    again = true;
    running ??= work().finally(() => (running = null));
  };
  async function work(): Promise<void> {
    while (again && !stopping.signal.aborted) {
      again = false;
      try {
        await catchUp(db, consumer, clock, stopping.signal);
        wait = FIRST_RETRY;
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.error('consumer failed', { consumer: consumer.name, error });
        clearTimeout(retry);
        retry = setTimeout(wake, wait);
        wait = Math.min(wait * 2, LONGEST_RETRY);
        return;
      }
    }
  }
  const stopWatching = db.watch(wake);
  wake();
  return async () => {
    stopping.abort();
    clearTimeout(retry);
    stopWatching();
    await running;
  };
}

async function place(db: Database, consumer: string): Promise<number> {
  const row = await db.reader
    .selectFrom('journal_cursors')
    .select('number')
    .where('consumer', '=', consumer)
    .executeTakeFirst();
  return row?.number ?? 0;
}

async function keepPlace(db: Database, consumer: string, number: number, clock: Clock): Promise<void> {
  const row = { consumer, number, updated_at: instant(clock) };
  await db.transaction((tx) =>
    tx
      .insertInto('journal_cursors')
      .values(row)
      .onConflict((conflict) => conflict.column('consumer').doUpdateSet(row))
      .execute(),
  );
}
