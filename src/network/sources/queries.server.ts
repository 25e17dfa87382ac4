import type { Source } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import type { SourceRow } from './model.ts';

/** Some sources by their ids, in the order of the ids, each once. */
export function listSources(db: Source, ids: readonly string[]): Promise<SourceRow[]> {
  return listByIds(db, 'sources', ids);
}

export function readSource(db: Source, id: string): Promise<SourceRow | undefined> {
  return db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Sources by title: all of them, or a part. */
export function listAllSources(db: Source, part?: { offset: number; limit: number }): Promise<SourceRow[]> {
  return db
    .selectFrom('sources')
    .selectAll()
    .orderBy('title')
    .orderBy('id')
    .$if(part !== undefined, (query) => query.limit(part!.limit).offset(part!.offset))
    .execute();
}
