import type { Source } from '#platform/database/database.ts';
import type { ConceptRow, Scheme } from './model.ts';

/** The concepts of one scheme, in its own order. */
export function listConcepts(db: Source, scheme: Scheme): Promise<ConceptRow[]> {
  return db.selectFrom('concepts').selectAll().where('scheme', '=', scheme).orderBy('position').execute();
}

export function readConcept(db: Source, id: string): Promise<ConceptRow | undefined> {
  return db.selectFrom('concepts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** How many records serve each of some concepts. */
export async function countServing(db: Source, conceptIds: readonly string[]): Promise<Map<string, number>> {
  if (conceptIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('links')
    .select(['to_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('to_id', 'in', conceptIds)
    .where('relation', '=', 'serves')
    .groupBy('to_id')
    .execute();
  return new Map(rows.map((row) => [row.to_id, Number(row.count)]));
}
