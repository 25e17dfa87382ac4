import { sql } from 'kysely';
import type { Source } from './database.ts';
import type { ColumnType, Table } from './describe.ts';

const types: Record<string, ColumnType> = {
  text: 'text',
  varchar: 'text',
  int2: 'integer',
  int4: 'integer',
  int8: 'integer',
  float4: 'real',
  float8: 'real',
  numeric: 'real',
  bytea: 'bytes',
};

interface FoundTable extends Omit<Table, 'columns'> {
  columns: { name: string; type: string; nullable: boolean }[];
}

/** The tables of the schema in use, read from PostgreSQL's catalogue. */
export async function describePostgres(db: Source): Promise<Table[]> {
  const { rows } = await sql<FoundTable>`
    with named as (
      select c.oid, c.relname::text as name from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    ), keyed as (
      select k.conrelid, k.contype, k.confrelid::regclass::text as target,
        (select json_agg(a.attname order by u.place) from unnest(k.conkey) with ordinality u (number, place)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number) as columns,
        (select json_agg(a.attname order by u.place) from unnest(k.confkey) with ordinality u (number, place)
          join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number) as referred
      from pg_constraint k
    ), indexed as (
      select i.indrelid, i.indisunique, (
        select json_agg(a.attname order by u.place) from unnest(i.indkey) with ordinality u (number, place)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = u.number) as columns
      from pg_index i where not i.indisprimary and i.indpred is null
    )
    select name,
      (select coalesce(json_agg(json_build_object('name', a.attname, 'type', t.typname, 'nullable', not a.attnotnull)), '[]')
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = named.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(columns), '[]') from keyed where conrelid = named.oid and contype = 'p') as "primaryKey",
      (select coalesce(json_agg(columns), '[]') from indexed where indrelid = named.oid and indisunique) as "unique",
      (select coalesce(json_agg(columns), '[]') from indexed where indrelid = named.oid and not indisunique) as "indexes",
      (select coalesce(json_agg(json_build_object('columns', columns, 'table', target, 'references', referred)), '[]')
        from keyed where conrelid = named.oid and contype = 'f') as "foreignKeys"
    from named`.execute(db);
  return rows.map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({ ...column, type: typeOf(column.type) })),
    primaryKey: (table.primaryKey as unknown as string[][]).flat(),
  }));
}

function typeOf(name: string): ColumnType {
  const type = types[name];
  if (!type) throw new Error(`PostgreSQL's type ${name} is not one of those that both engines share`);
  return type;
}
