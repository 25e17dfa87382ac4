import type { Source } from '#platform/database/database.ts';
import type { DispatchRow } from './model.ts';

/** The sending of a workshop's press note, where there was one. The caller has asked who may know. */
export function readDispatch(db: Source, workshopId: string): Promise<DispatchRow | undefined> {
  return db.selectFrom('dispatches').selectAll().where('workshop_id', '=', workshopId).executeTakeFirst();
}

/** Sendings of which letters may still have to be queued, the oldest first. */
export function listUnsettled(db: Source): Promise<DispatchRow[]> {
  return db.selectFrom('dispatches').selectAll().where('settled_at', 'is', null).orderBy('id').execute();
}
