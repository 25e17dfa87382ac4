import type { Source } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import type { PersonRow } from './model.ts';

/** Everybody's name, to be put in the order of a language. */
export function listPeopleNames(db: Source) {
  return db
    .selectFrom('people')
    .select(['id', 'name_fr', 'name_ar', 'name_en', 'name_original'])
    .orderBy('slug')
    .execute();
}

/** All people, or some by their ids, in the order of the ids. */
export function listPeople(db: Source, ids?: readonly string[]): Promise<PersonRow[]> {
  return ids ? listByIds(db, 'people', ids) : db.selectFrom('people').selectAll().orderBy('slug').execute();
}

export function readPerson(db: Source, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
}
