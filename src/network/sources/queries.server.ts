import type { Source } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import type { SourceRow } from './model.ts';

/** Some sources by their ids, in the order of the ids, each once. */
export function listSources(db: Source, ids: readonly string[]): Promise<SourceRow[]> {
  return listByIds(db, 'sources', ids);
}
