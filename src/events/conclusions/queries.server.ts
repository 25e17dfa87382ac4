import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { conclusionsBy, readableBy } from '../queries.server.ts';
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

/** The ids of the workshops an actor may read that concluded something, the latest first. */
export async function listConcluded(db: Source, actor: Actor): Promise<string[]> {
  const rows = await db
    .selectFrom('workshops')
    .select('workshops.id')
    .where(readableBy(actor))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('conclusions')
          .select('conclusions.id')
          .whereRef('conclusions.workshop_id', '=', 'workshops.id'),
      ),
    )
    .orderBy('workshops.starts_on', 'desc')
    .orderBy('workshops.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** One conclusion, where the actor may read its workshop. */
export function readConclusion(db: Source, actor: Actor, id: string): Promise<ConclusionRow | undefined> {
  return db
    .selectFrom('conclusions')
    .innerJoin('workshops', 'workshops.id', 'conclusions.workshop_id')
    .selectAll('conclusions')
    .where('conclusions.id', '=', id)
    .where(readableBy(actor))
    .executeTakeFirst();
}

/** The ids of those of a workshop's conclusions that an actor may write. */
export async function writableConclusions(db: Source, actor: Actor, workshopId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('conclusions')
    .innerJoin('workshops', 'workshops.id', 'conclusions.workshop_id')
    .select('conclusions.id')
    .where('workshop_id', '=', workshopId)
    .where(conclusionsBy(actor))
    .execute();
  return rows.map(({ id }) => id);
}
