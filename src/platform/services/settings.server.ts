import type { Source } from '../database/database.ts';

/** The setting that says so of the demonstration network: its value is '1' where the database holds it. */
export const DEMONSTRATION = 'demonstration';

/** The setting that says so of the exercise network, whose people and organisations a program made up. */
export const EXERCISE = 'exercise';

/** Whether this node shows the demonstration network. */
export function isDemonstration(db: Source): Promise<boolean> {
  return isSet(db, DEMONSTRATION);
}

/** Whether this node shows the exercise network. */
export function isExercise(db: Source): Promise<boolean> {
  return isSet(db, EXERCISE);
}

async function isSet(db: Source, key: string): Promise<boolean> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value === '1';
}
