import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import type { RecordKind } from '#platform/records/model.ts';
import type { Relation } from './model.ts';

/** A record at one end of a link, with what it is to the other end. */
export type Linked<Kind extends RecordKind> = Tables[Kind] & { relation: Relation; other_id: string };

/*
 * One query serves the tables of every kind. Kysely types a query by its table's name, so inside these two
 * functions the table is taken as organisations; their signatures give each kind its own row.
 */

/** Records of one kind that links lead to from any of `ids`, in the links' order; `other_id` is the start. */
export async function linkedFrom<Kind extends RecordKind>(
  db: Source,
  kind: Kind,
  ids: readonly string[],
  relations?: readonly Relation[],
): Promise<Linked<Kind>[]> {
  if (ids.length === 0) return [];
  const table = kind as 'organisations';
  const rows = await db
    .selectFrom('links')
    .innerJoin(table, `${table}.id`, 'links.to_id')
    .selectAll(table)
    .select(['links.relation', 'links.from_id as other_id'])
    .where('links.from_id', 'in', ids)
    .$if(relations !== undefined, (query) => query.where('links.relation', 'in', relations!))
    .orderBy('links.position')
    .orderBy('links.id')
    .execute();
  return rows as unknown as Linked<Kind>[];
}

/** Like {@link linkedTo}, without the records' rows: for counts. */
export async function idsLinkedTo(
  db: Source,
  kind: RecordKind,
  ids: readonly string[],
  relations: readonly Relation[],
): Promise<{ id: string; other_id: string }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('links')
    .select(['from_id as id', 'to_id as other_id'])
    .where('from_kind', '=', kind)
    .where('to_id', 'in', ids)
    .where('relation', 'in', relations)
    .execute();
}

/** Records of one kind that links lead from to any of `ids`; `other_id` is the end. */
export async function linkedTo<Kind extends RecordKind>(
  db: Source,
  kind: Kind,
  ids: readonly string[],
  relations?: readonly Relation[],
): Promise<Linked<Kind>[]> {
  if (ids.length === 0) return [];
  const table = kind as 'organisations';
  const rows = await db
    .selectFrom('links')
    .innerJoin(table, `${table}.id`, 'links.from_id')
    .selectAll(table)
    .select(['links.relation', 'links.to_id as other_id'])
    .where('links.to_id', 'in', ids)
    .$if(relations !== undefined, (query) => query.where('links.relation', 'in', relations!))
    .orderBy('links.position')
    .orderBy('links.id')
    .execute();
  return rows as unknown as Linked<Kind>[];
}
