import type { Source } from '#platform/database/database.ts';

/** Kinds of records that may be part of another of their kind. */
type Nested = 'organisations' | 'territories';

/** Whether a record is another, or part of it at whatever depth. */
export async function isWithin(db: Source, kind: Nested, inner: string, outer: string): Promise<boolean> {
  const seen = new Set<string>();
  let at: string | null = inner;
  while (at !== null && !seen.has(at)) {
    if (at === outer) return true;
    seen.add(at);
    const row: { parent_id: string | null } | undefined = await db
      .selectFrom(kind)
      .select('parent_id')
      .where('id', '=', at)
      .executeTakeFirst();
    at = row?.parent_id ?? null;
  }
  return false;
}
