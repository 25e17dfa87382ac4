import type { Source } from '#platform/database/database.ts';
import { ORGANISERS } from '../policy.ts';
import type { WorkshopRow } from '../workshops/model.ts';
import { missingOf, type Need } from './model.ts';

/** What a workshop's public page would lack. */
export async function readMissing(db: Source, workshop: WorkshopRow): Promise<Need[]> {
  const organisers = await db
    .selectFrom('links')
    .select('id')
    .where('from_id', '=', workshop.id)
    .where('relation', 'in', ORGANISERS)
    .execute();
  return missingOf(workshop, organisers.length);
}
