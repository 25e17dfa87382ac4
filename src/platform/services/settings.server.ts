import type { Source } from '../database/database.ts';

/** The setting that says so of the demonstration network: its value is '1' where the database holds it. */
export const DEMONSTRATION = 'demonstration';

/** Whether this node shows the demonstration network. */
export async function isDemonstration(db: Source): Promise<boolean> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', DEMONSTRATION)
    .executeTakeFirst();
  return row?.value === '1';
}
