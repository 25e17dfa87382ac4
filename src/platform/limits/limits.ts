import { sql } from 'kysely';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';

declare module '../database/tables.ts' {
  interface Tables {
    limits: { key: string; count: number; until: string };
  }
}

/** How often something may be tried within a span of time. */
export interface Limit {
  most: number;
  /** The span in seconds; it begins with the first try. */
  seconds: number;
}

/**
 * Counts one try and says whether it may go on. The count stands in the database, so it holds across processes
 * and restarts; a try that is refused counts as well, but never lengthens the wait.
 * @param key what is limited and for whom; give a hash where it would hold data of a person
 */
export async function withinLimit(
  db: Database,
  key: string,
  { most, seconds }: Limit,
  clock: Clock,
): Promise<boolean> {
  const now = clock();
  const until = new Date(now.getTime() + seconds * 1_000).toISOString();
  const over = sql<boolean>`limits.until <= ${now.toISOString()}`;
  const { count } = await db.transaction((tx) =>
    tx
      .insertInto('limits')
      .values({ key, count: 1, until })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({
          count: sql<number>`case when ${over} then 1 else limits.count + 1 end`,
          until: sql<string>`case when ${over} then ${until} else limits.until end`,
        }),
      )
      .returning('count')
      .executeTakeFirstOrThrow(),
  );
  return count <= most;
}

/** Forgets counts whose time is over. */
export async function forgetLimits(db: Database, clock: Clock): Promise<void> {
  const now = clock().toISOString();
  await db.transaction((tx) => tx.deleteFrom('limits').where('until', '<=', now).execute());
}
