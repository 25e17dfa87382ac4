import { sql } from 'kysely';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { baseLocale, isLocale } from '#platform/locale/locale.ts';
import { columns as trilingualColumns, type Trilingual } from '#platform/locale/text.ts';
import type { RecordKind } from '#platform/records/model.ts';
import type { LinkRow, RecordRef, Relation } from './model.ts';

/** A record at one end of a link, with what it is to the other end. */
export type Linked<Kind extends RecordKind> = Tables[Kind] & { relation: Relation; other_id: string };

/** Records of one kind that links lead to from any of `ids`, in the links' order; `other_id` is the start. */
export function linkedFrom<Kind extends RecordKind>(
  db: Source,
  kind: Kind,
  ids: readonly string[],
  relations?: readonly Relation[],
): Promise<Linked<Kind>[]> {
  return linked(db, kind, { at: 'links.to_id', from: 'links.from_id', ids, relations });
}

/** Records of one kind that links lead from to any of `ids`; `other_id` is the end. */
export function linkedTo<Kind extends RecordKind>(
  db: Source,
  kind: Kind,
  ids: readonly string[],
  relations?: readonly Relation[],
): Promise<Linked<Kind>[]> {
  return linked(db, kind, { at: 'links.from_id', from: 'links.to_id', ids, relations });
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

type End = 'links.from_id' | 'links.to_id';

/** Which end of the links the records stand at, and from which end they are looked up. */
interface Ends {
  at: End;
  from: End;
  ids: readonly string[];
  relations: readonly Relation[] | undefined;
}

/**
 * Records of one kind at one end of links. One query serves the tables of every kind: Kysely types a query by its
 * table's name, so in here the table is taken as organisations; the signatures above give each kind its own row.
 */
async function linked<Kind extends RecordKind>(
  db: Source,
  kind: Kind,
  { at, from, ids, relations }: Ends,
): Promise<Linked<Kind>[]> {
  if (ids.length === 0) return [];
  const table = kind as 'organisations';
  const rows = await db
    .selectFrom('links')
    // As an expression, this end is no way into the links: of many ids PostgreSQL would rather begin with the few records
    // of a small table and read all the links of each.
    .innerJoin(table, (join) => join.on(`${table}.id`, '=', sql<string>`${sql.ref(at)} || ''`))
    .selectAll(table)
    .select(['links.relation', `${from} as other_id` as const])
    .where(from, 'in', ids)
    .where(at === 'links.from_id' ? 'links.from_kind' : 'links.to_kind', '=', kind)
    .$if(relations !== undefined, (query) => query.where('links.relation', 'in', relations!))
    .orderBy('links.position')
    .orderBy('links.id')
    .execute();
  return rows as unknown as Linked<Kind>[];
}

/** Whether a record stands: what lies in any of several tables no foreign key can hold. */
export async function isRecordThere(db: Source, { kind, id }: RecordRef): Promise<boolean> {
  const found = await db
    .selectFrom(kind as 'organisations')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

const named = ['organisations', 'people', 'initiatives', 'territories', 'concepts'] as const;

/** What records of the network are called, by id; those that are gone are left out. A source has its own language. */
export async function readNamesOf(
  db: Source,
  ids: readonly string[],
): Promise<Map<string, Trilingual<'name'>>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const columns = ['id', 'name_fr', 'name_ar', 'name_en', 'name_original'] as const;
  const rows = await Promise.all(
    named.map((kind) =>
      db
        .selectFrom(kind as 'organisations')
        .select(columns)
        .where('id', 'in', wanted)
        .execute(),
    ),
  );
  const sources = await db
    .selectFrom('sources')
    .select(['id', 'title', 'language'])
    .where('id', 'in', wanted)
    .execute();
  const titled = sources.map(({ id, title, language }) => {
    const original = isLocale(language) ? language : baseLocale;
    return { id, ...trilingualColumns('name', { [original]: title, original }) };
  });
  return new Map([...rows.flat(), ...titled].map((row) => [row.id, row]));
}

/** The links that lead from a record, in their order. */
export function listLinksFrom(
  db: Source,
  fromId: string,
  relations: readonly Relation[],
): Promise<LinkRow[]> {
  return db
    .selectFrom('links')
    .selectAll()
    .where('from_id', '=', fromId)
    .where('relation', 'in', relations)
    .orderBy('position')
    .orderBy('id')
    .execute();
}
