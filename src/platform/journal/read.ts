import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Entry } from './model.ts';

/** How often running transactions are looked at again while a number is missing, in milliseconds. */
const LOOK_AGAIN = 20;

/**
 * The entries after a number, in order, never passing one that may still be committed.
 *
 * On SQLite writers are serialised, so numbers commit in order. On PostgreSQL a later number can commit first;
 * where one is missing, the read waits until every transaction that was running when the gap was seen has
 * ended (each takes its identity before its number, see `journal_next`) and then reads again: what is missing
 * still was rolled back.
 * @param signal ends the wait, with its own reason as the error.
 */
export async function entriesAfter(
  db: Database,
  number: number,
  { most = 200, signal }: { most?: number; signal?: AbortSignal } = {},
): Promise<Entry[]> {
  const seen = await read(db, number, most);
  const last = seen.at(-1);
  if (!last || last.number - number === seen.length) return seen;
  await runningTransactionsEnd(db, signal);
  return (await read(db, number, most)).filter((entry) => entry.number <= last.number);
}

/** The number of the newest entry, 0 where there is none. */
export async function lastNumber(db: Database): Promise<number> {
  const row = await db.reader
    .selectFrom('journal')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

async function read(db: Database, number: number, most: number): Promise<Entry[]> {
  const rows = await db.reader
    .selectFrom('journal')
    .selectAll()
    .where('number', '>', number)
    .orderBy('number')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    at: row.at,
    actorId: row.actor_id,
    kind: row.kind,
    recordId: row.record_id,
    verb: row.verb,
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
    touches: JSON.parse(row.touches),
  }));
}

/**
 * Resolves once every transaction that is writing now has ended: a number below {@link lastNumber} may be theirs.
 * On SQLite, where writers are serialised, that is at once.
 */
export async function runningTransactionsEnd(db: Database, signal?: AbortSignal): Promise<void> {
  if (db.engine === 'sqlite') return;
  const start = await sql<{ ahead: number }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text::numeric as ahead`.execute(db.reader);
  const horizon = start.rows[0]!.ahead;
  for (;;) {
    const now = await sql<{ oldest: number }>`
      select pg_snapshot_xmin(pg_current_snapshot())::text::numeric as oldest`.execute(db.reader);
    if (now.rows[0]!.oldest >= horizon) return;
    await pause(LOOK_AGAIN, undefined, { signal });
  }
}
