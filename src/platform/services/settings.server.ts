import type { Source } from '../database/database.ts';

/** Whether this node shows the demonstration network. */
export async function isDemonstration(db: Source): Promise<boolean> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'demonstration')
    .executeTakeFirst();
  return row?.value === '1';
}
