import type { Source } from '#platform/database/database.ts';
import type { DocumentRow } from './model.ts';

/** The documents of a record, the cover first, then in their order. The caller has read the record. */
export function listDocuments(db: Source, ownerId: string): Promise<DocumentRow[]> {
  return db
    .selectFrom('documents')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .orderBy('role')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Every document that these bytes are, or are the narrow drawing of; several records may hold the same file. */
export function listDocumentsHolding(db: Source, sha256: string): Promise<DocumentRow[]> {
  return db
    .selectFrom('documents')
    .selectAll()
    .where((where) => where.or([where('sha256', '=', sha256), where('narrow_sha256', '=', sha256)]))
    .orderBy('id')
    .execute();
}

/** Every file that a document names, or named: what the journal can bring back keeps its bytes. */
export async function namedFiles(db: Source): Promise<Set<string>> {
  const rows = await db.selectFrom('documents').select(['sha256', 'narrow_sha256']).execute();
  const entries = await db.selectFrom('journal').select(['after']).where('kind', '=', 'documents').execute();
  const former = entries.flatMap(({ after }) =>
    after === null ? [] : [JSON.parse(after) as (typeof rows)[0]],
  );
  return new Set(
    [...rows, ...former].flatMap(({ sha256, narrow_sha256 }) => [sha256, narrow_sha256 ?? sha256]),
  );
}
