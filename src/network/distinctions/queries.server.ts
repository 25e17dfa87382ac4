import type { Source } from '#platform/database/database.ts';
import type { MergeableKind } from '../merges/model.ts';
import { pairKey } from './model.ts';

/** The pairs of a kind that are known not to be the same, each by its {@link pairKey}. */
export async function listDistinct(db: Source, kind: MergeableKind): Promise<Set<string>> {
  const rows = await db
    .selectFrom('distinctions')
    .select(['first_id', 'second_id'])
    .where('kind', '=', kind)
    .execute();
  return new Set(rows.map(({ first_id, second_id }) => pairKey(first_id, second_id)));
}
