import type { Source } from '#platform/database/database.ts';
import { mergeOf, type Merge } from './model.ts';

/** The merges that stand, the latest first. */
export async function listMerges(db: Source, most = 50): Promise<Merge[]> {
  const rows = await db.selectFrom('merges').selectAll().orderBy('id', 'desc').limit(most).execute();
  return rows.map(mergeOf);
}

export async function readMerge(db: Source, id: string): Promise<Merge | undefined> {
  const row = await db.selectFrom('merges').selectAll().where('id', '=', id).executeTakeFirst();
  return row && mergeOf(row);
}

/** The merges by which records became this one, and by which those had become what they were; the latest first. */
export async function mergesInto(db: Source, keptId: string): Promise<Merge[]> {
  const found: Merge[] = [];
  for (let kept = [keptId]; kept.length > 0;) {
    const rows = await db.selectFrom('merges').selectAll().where('kept_id', 'in', kept).execute();
    found.push(...rows.map(mergeOf));
    kept = rows.map(({ gone_id }) => gone_id);
  }
  return found.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** Those of some merges after which the kept record was part of no other: the ones that can be undone. */
export async function undoable(db: Source, merges: readonly Merge[]): Promise<Set<string>> {
  if (merges.length === 0) return new Set();
  const kept = [...new Set(merges.map(({ keptId }) => keptId))];
  const rows = await db
    .selectFrom('merges')
    .select(['id', 'kept_id', 'gone_id'])
    .where(({ or, eb }) => or([eb('kept_id', 'in', kept), eb('gone_id', 'in', kept)]))
    .execute();
  const isLast = ({ id, keptId }: Merge) =>
    !rows.some((row) => row.id > id && (row.kept_id === keptId || row.gone_id === keptId));
  return new Set(merges.filter(isLast).map(({ id }) => id));
}

/** The merges that a lost record went through, one after the other, to the record that stands for it. */
export async function followMerges(db: Source, id: string): Promise<{ id: string; merges: string[] }> {
  const merges: string[] = [];
  for (let at = id; ;) {
    const next = await db
      .selectFrom('merges')
      .select(['id', 'kept_id'])
      .where('gone_id', '=', at)
      .executeTakeFirst();
    if (!next) return { id: at, merges };
    merges.push(next.id);
    at = next.kept_id;
  }
}
