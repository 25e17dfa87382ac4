import type { Source } from '#platform/database/database.ts';
import type { RecordKind } from '#platform/records/model.ts';

/** Every address that records of a kind have or had, with the record's id. */
export async function readAddresses(db: Source, kind: RecordKind): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('addresses')
    .select(['slug', 'record_id'])
    .where('kind', '=', kind)
    .execute();
  return new Map(rows.map(({ slug, record_id: id }) => [slug, id]));
}
