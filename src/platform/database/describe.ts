import { sql } from 'kysely';
import type { Engine, Source } from './database.ts';
import { describePostgres } from './describe-postgres.ts';

/** What a column holds, the same name on both engines. */
export type ColumnType = 'text' | 'integer' | 'real' | 'bytes';

export interface Column {
  name: string;
  type: ColumnType;
  nullable: boolean;
}

/** A table as it stands in the database, whichever engine holds it; lists are in a fixed order. */
export interface Table {
  name: string;
  columns: Column[];
  primaryKey: string[];
  /** Each unique constraint or index beside the primary key, by its columns. */
  unique: string[][];
  /** Each index that is not unique, by its columns; what it reckons from them is left out. */
  indexes: string[][];
  foreignKeys: { columns: string[]; table: string; references: string[] }[];
}

/**
 * The tables of a database, in the order of their names. Generated columns, and the inner tables that an
 * index such as FTS5 keeps for itself, are left out: they follow from the others.
 */
export async function describeTables(db: Source, engine: Engine): Promise<Table[]> {
  const tables = engine === 'postgres' ? await describePostgres(db) : await describeSqlite(db);
  return tables.map(sorted).sort((a, b) => compare(a.name, b.name));
}

async function describeSqlite(db: Source): Promise<Table[]> {
  const tables = await rows<{ name: string }>(
    db,
    `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\'`,
  );
  const described: Table[] = [];
  for (const { name } of tables) described.push(await describeSqliteTable(db, name));
  return described;
}

async function describeSqliteTable(db: Source, name: string): Promise<Table> {
  const columns = await rows<{ name: string; type: string; notnull: number; pk: number; hidden: number }>(
    db,
    `select name, type, "notnull", pk, hidden from pragma_table_xinfo('${name}')`,
  );
  const kept = columns.filter(({ hidden }) => hidden === 0);
  const lists = await rows<{ name: string; unique: number; origin: string; columns: string }>(
    db,
    `select l.name, l."unique", l.origin, (select json_group_array(i.name) from pragma_index_info(l.name) i where i.name is not null) as columns
     from pragma_index_list('${name}') l where l.partial = 0`,
  );
  const foreign = await rows<{ id: number; table: string; from: string; to: string | null }>(
    db,
    `select id, "table", "from", "to" from pragma_foreign_key_list('${name}') order by id, seq`,
  );
  return {
    name,
    columns: kept.map((column) => ({
      name: column.name,
      type: affinity(column.type),
      nullable: column.notnull === 0 && column.pk === 0,
    })),
    primaryKey: kept
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name),
    unique: lists.filter((l) => l.unique === 1 && l.origin !== 'pk').map((l) => JSON.parse(l.columns)),
    indexes: lists.filter((l) => l.unique === 0).map((l) => JSON.parse(l.columns)),
    foreignKeys: Object.values(Object.groupBy(foreign, ({ id }) => id)).map((parts = []) => ({
      columns: parts.map((part) => part.from),
      table: parts[0]!.table,
      references: parts.map((part) => part.to ?? 'id'),
    })),
  };
}

/** SQLite's rules of column affinity (sqlite.org/datatype3.html §3.1). */
function affinity(declared: string): ColumnType {
  if (/int/i.test(declared)) return 'integer';
  if (/char|clob|text/i.test(declared)) return 'text';
  if (/blob/i.test(declared) || declared === '') return 'bytes';
  return 'real';
}

async function rows<Row>(db: Source, text: string): Promise<Row[]> {
  return (await sql.raw<Row>(text).execute(db)).rows;
}

function sorted(table: Table): Table {
  const byText = (a: unknown, b: unknown) => compare(JSON.stringify(a), JSON.stringify(b));
  return {
    ...table,
    columns: table.columns.toSorted((a, b) => compare(a.name, b.name)),
    unique: table.unique.toSorted(byText),
    indexes: table.indexes.toSorted(byText),
    foreignKeys: table.foreignKeys.toSorted(byText),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
