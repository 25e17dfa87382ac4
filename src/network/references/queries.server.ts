import { sql } from 'kysely';
import type { Database, Source } from '#platform/database/database.ts';
import { describeTables, type Table } from '#platform/database/describe.ts';
import type { Row } from '#platform/journal/model.ts';
import type { RecordKind } from '#platform/records/model.ts';
import type { ReferenceColumn } from './model.ts';

/** Kinds whose ids are a memory of what was, and stay as they are whatever becomes of the records. */
const memories = ['merges'];

/** The tables of a database as far as references go; they change with migrations only, so no transaction is asked. */
export class References {
  readonly #tables: ReadonlyMap<string, Table>;

  private constructor(tables: readonly Table[]) {
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  static async of(db: Database): Promise<References> {
    return new References(await describeTables(db.reader, db.engine));
  }

  /**
   * Every column that may hold the id of a record of a kind: those with a foreign key to it, and those named `…_id`
   * with none, whose record may be of any kind.
   * @throws Error where a table that the journal does not keep refers to the kind.
   */
  columnsTo(kind: RecordKind): ReferenceColumn[] {
    return [...this.#tables.values()].flatMap((table) => {
      if (memories.includes(table.name)) return [];
      const found = table.columns.filter(({ name }) => this.#refersTo(table, name, kind));
      if (!isRecords(table)) {
        const keyed = found.find(({ name }) => targetOf(table, name));
        if (keyed) throw new Error(`${table.name}.${keyed.name} refers to ${kind}, and is not journalled`);
        return [];
      }
      return found.map(({ name, nullable }) => ({
        table: table.name as RecordKind,
        column: name,
        nullable,
      }));
    });
  }

  #refersTo(table: Table, column: string, kind: RecordKind): boolean {
    const target = targetOf(table, column);
    return target === undefined ? column.endsWith('_id') : target === kind;
  }

  /** Where each reference of a row leads, as far as the tables tell; what is empty is left out. */
  referencesOf(table: string, row: Row): { column: string; id: string; target: string | undefined }[] {
    const described = this.#tables.get(table)!;
    return described.columns.flatMap(({ name }) => {
      const id = row[name];
      const target = targetOf(described, name) ?? kindBeside(row, name);
      if (typeof id !== 'string' || (target === undefined && !name.endsWith('_id'))) return [];
      return [{ column: name, id, target }];
    });
  }

  isNullable(table: string, column: string): boolean {
    return this.#tables.get(table)!.columns.some(({ name, nullable }) => name === column && nullable);
  }

  /** Whether another record stands where a unique index would not let this one stand as well. */
  async hasTwin(db: Source, table: string, row: Row): Promise<boolean> {
    for (const columns of this.#tables.get(table)!.unique) {
      if (columns.some((column) => row[column] === null)) continue;
      const equal = columns.map((column) => sql`${sql.ref(column)} = ${row[column]}`);
      const { rows } = await sql`
        select id from ${sql.table(table)} where ${sql.join(equal, sql` and `)} and id <> ${row['id']}`.execute(
        db,
      );
      if (rows.length > 0) return true;
    }
    return false;
  }
}

/** How many records of each table lead to one, by any of their columns; tables of which none does are left out. */
export async function countReferences(
  db: Source,
  references: References,
  { kind, id }: { kind: RecordKind; id: string },
): Promise<{ table: RecordKind; count: number }[]> {
  const found: { table: RecordKind; count: number }[] = [];
  for (const [table, columns] of Map.groupBy(references.columnsTo(kind), (column) => column.table)) {
    const leads = columns.map(({ column }) => sql`${sql.ref(column)} = ${id}`);
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)}
      where (${sql.join(leads, sql` or `)}) and id <> ${id}`.execute(db);
    const count = Number(rows[0]!.count);
    if (count > 0) found.push({ table, count });
  }
  return found;
}

/** The row of a record of any kind; undefined where there is none. */
export async function readRow(
  db: Source,
  table: string,
  id: string,
): Promise<(Row & { id: string; version: number }) | undefined> {
  const { rows } = await sql<Row & { id: string; version: number }>`
    select * from ${sql.table(table)} where id = ${id}`.execute(db);
  return rows[0];
}

function isRecords({ columns }: Table): boolean {
  return ['id', 'version', 'created_at', 'updated_at'].every((name) =>
    columns.some((column) => column.name === name),
  );
}

function targetOf({ foreignKeys }: Table, column: string): string | undefined {
  return foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === column)?.table;
}

/** `from_id` stands beside `from_kind`, where a reference may lead to several kinds. */
function kindBeside(row: Row, column: string): string | undefined {
  const kind = row[column.replace(/_id$/, '_kind')];
  return column.endsWith('_id') && typeof kind === 'string' ? kind : undefined;
}
