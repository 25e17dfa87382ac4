import type { Source } from '#platform/database/database.ts';
import type { ConceptRow, Scheme } from './model.ts';

/** The concepts of one scheme, in its own order. */
export function listConcepts(db: Source, scheme: Scheme): Promise<ConceptRow[]> {
  return db.selectFrom('concepts').selectAll().where('scheme', '=', scheme).orderBy('position').execute();
}

export function readConcept(db: Source, id: string): Promise<ConceptRow | undefined> {
  return db.selectFrom('concepts').selectAll().where('id', '=', id).executeTakeFirst();
}
