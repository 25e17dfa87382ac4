import type { Source } from '#platform/database/database.ts';
import type { ConclusionRow } from './model.ts';

/** What a workshop concluded, in order. The caller has read the workshop. */
export function listConclusions(db: Source, workshopId: string): Promise<ConclusionRow[]> {
  return db
    .selectFrom('conclusions')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .orderBy('position')
    .execute();
}
