import { sql } from 'kysely';
import type { Source } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { RecordKind } from './model.ts';

/** Some records of a kind by their ids, in the order of the ids, each once; those that are gone are left out. */
export async function listByIds<Kind extends RecordKind>(
  db: Source,
  kind: Kind,
  ids: readonly string[],
): Promise<Tables[Kind][]> {
  const once = [...new Set(ids)];
  if (once.length === 0) return [];
  // Kysely types a query by its table's name; every kind has an id.
  const rows = await db
    .selectFrom(kind as 'series')
    .selectAll()
    .where('id', 'in', once)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return once.flatMap((id) => byId.get(id) ?? []) as unknown as Tables[Kind][];
}

/** How many records of a kind there are. */
export async function countRecords(db: Source, kind: RecordKind): Promise<number> {
  const { count } = await db
    .selectFrom(kind as 'series')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The place after the last of the records that have a value in a column, for one that is put at the end. */
export async function nextPosition(
  db: Source,
  kind: RecordKind,
  among?: { column: string; value: string },
): Promise<number> {
  const where = among ? sql`where ${sql.ref(among.column)} = ${among.value}` : sql``;
  const { rows } = await sql<{ last: number | null }>`
    select max(position) as last from ${sql.table(kind)} ${where}`.execute(db);
  return Number(rows[0]?.last ?? 0) + 1;
}
