import { CAPITAL_ZONE } from '../clock/zone.ts';
import { Cron } from 'croner';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';

/** Something that is kept for a time only. */
export interface Expiring {
  name: string;
  /** Removes what has had its time at that instant. @returns how many */
  purge(db: Database, clock: Clock): Promise<number>;
}

/** Removes all that has had its time; one that fails keeps none of the others. */
export async function purgeAll(
  db: Database,
  expirings: readonly Expiring[],
  clock: Clock,
  log: Log,
): Promise<void> {
  await db.exclusively('retention', async () => {
    for (const { name, purge } of expirings) {
      try {
        const count = await purge(db, clock);
        if (count > 0) log.info('purged', { what: name, count });
      } catch (error) {
        log.error('purge failed', { what: name, error });
      }
    }
  });
}

/**
 * Runs work at the start and once a day after, for as long as the server does.
 * @param at when, as minute, hour, day, month and weekday of the network's capital
 * @returns a function that stops it, once the work under way is done
 */
export function runNightly(work: () => Promise<void>, at = '17 3 * * *'): () => Promise<void> {
  let running = work();
  const cron = new Cron(at, { timezone: CAPITAL_ZONE, unref: true }, () => {
    running = running.then(work);
  });
  return async () => {
    cron.stop();
    await running;
  };
}
