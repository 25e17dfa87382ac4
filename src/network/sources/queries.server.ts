import type { Source } from '#platform/database/database.ts';
import type { SourceRow } from './model.ts';

/** Some sources by their ids, in the order of the ids, each once. */
export async function listSources(db: Source, ids: readonly string[]): Promise<SourceRow[]> {
  const once = [...new Set(ids)];
  if (once.length === 0) return [];
  const rows = await db.selectFrom('sources').selectAll().where('id', 'in', once).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return once.flatMap((id) => byId.get(id) ?? []);
}
