import type { Source } from '#platform/database/database.ts';
import type { InitiativeRow, OutcomeRow } from './model.ts';

/** Initiatives, the latest to begin first; those without a date last. */
export async function listInitiatives(db: Source): Promise<InitiativeRow[]> {
  const rows = await db.selectFrom('initiatives').selectAll().orderBy('slug').execute();
  return rows.sort((a, b) => (b.starts_on ?? '').localeCompare(a.starts_on ?? ''));
}

export function readInitiative(db: Source, id: string): Promise<InitiativeRow | undefined> {
  return db.selectFrom('initiatives').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Results, then prospects, each in order. */
export function listOutcomes(db: Source, initiativeId: string): Promise<OutcomeRow[]> {
  return db
    .selectFrom('outcomes')
    .selectAll()
    .where('initiative_id', '=', initiativeId)
    .orderBy('kind', 'desc')
    .orderBy('position')
    .execute();
}

export function readOutcome(db: Source, id: string): Promise<OutcomeRow | undefined> {
  return db.selectFrom('outcomes').selectAll().where('id', '=', id).executeTakeFirst();
}
