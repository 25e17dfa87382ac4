import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { readableBy } from '../queries.server.ts';
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

/** Every conclusion of the workshops an actor may read, the latest workshop's first. */
export function listAllConclusions(db: Source, actor: Actor): Promise<ConclusionRow[]> {
  return db
    .selectFrom('conclusions')
    .innerJoin('workshops', 'workshops.id', 'conclusions.workshop_id')
    .selectAll('conclusions')
    .where(readableBy(actor))
    .orderBy('workshops.starts_on', 'desc')
    .orderBy('conclusions.position')
    .execute();
}
