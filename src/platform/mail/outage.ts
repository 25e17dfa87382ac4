import { instant, type Clock } from '../clock/clock.ts';
import type { Database, Source } from '../database/database.ts';

/** Why nothing can be handed over at present, and since when; `problem` as in `last_error`. */
export interface MailOutage {
  problem: string;
  since: string;
}

/** Where it stands among the settings. */
export const OUTAGE = 'mail-outage';

/** What keeps all messages waiting; null where the last attempt found nothing. */
export async function readOutage(db: Source): Promise<MailOutage | null> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', OUTAGE).executeTakeFirst();
  return row ? (JSON.parse(row.value) as MailOutage) : null;
}

/** Keeps why nothing can be handed over, null where something could. @returns whether that is news */
export async function keepOutage(db: Database, problem: string | null, clock: Clock): Promise<boolean> {
  const known = await readOutage(db.reader);
  if ((known?.problem ?? null) === problem) return false;
  await db.transaction(async (tx) => {
    await tx.deleteFrom('settings').where('key', '=', OUTAGE).execute();
    const value = JSON.stringify({ problem, since: known?.since ?? instant(clock) });
    if (problem !== null) await tx.insertInto('settings').values({ key: OUTAGE, value }).execute();
  });
  return true;
}
