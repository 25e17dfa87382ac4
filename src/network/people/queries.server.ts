import type { Source } from '#platform/database/database.ts';
import type { PersonRow } from './model.ts';

export function listPeople(db: Source): Promise<PersonRow[]> {
  return db.selectFrom('people').selectAll().orderBy('slug').execute();
}

export function readPerson(db: Source, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
}
