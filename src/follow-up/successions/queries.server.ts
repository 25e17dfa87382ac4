import type { Source } from '#platform/database/database.ts';
import { successions } from './model.ts';

/** The ids of the recommendations that one comes after. */
export async function predecessorsOf(db: Source, id: string): Promise<string[]> {
  const links = await db
    .selectFrom('links')
    .select('to_id')
    .where('from_id', '=', id)
    .where('relation', 'in', successions)
    .execute();
  return [...new Set(links.map(({ to_id }) => to_id))];
}
