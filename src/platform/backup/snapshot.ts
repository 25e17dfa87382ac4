import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Engine, Source, Transaction } from '../database/database.ts';
import { describeTables, type Table } from '../database/describe.ts';
import { NodeSqliteDialect } from '../database/node-sqlite.ts';
import { sqliteFile, type DatabaseLocation } from '../database/open.ts';
import { openPostgres } from '../database/postgres.ts';
import type { Tables } from '../database/tables.ts';
import { BackupRefusal, MIGRATIONS_TABLE } from './format.ts';

/** How many rows are fetched at once. */
const AT_ONCE = 500;

/** Everything a database held at one instant, while others go on writing. */
export interface Snapshot {
  engine: Engine;
  tables: Table[];
  migrations: { name: string; checksum: string }[];
  /** A table's rows in the order of its key, each as its values in the order of the columns. */
  rows(table: Table): AsyncIterable<unknown[][]>;
}

/**
 * Runs `work` on a snapshot of a database, in one read transaction; writers don't wait for it.
 * @throws BackupRefusal `nothing` where there is no database yet.
 */
export function withSnapshot<T>(
  location: DatabaseLocation,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  return location.databaseUrl
    ? postgresSnapshot(location.databaseUrl, work)
    : sqliteSnapshot(sqliteFile(location.dataFolder), work);
}

async function sqliteSnapshot<T>(file: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  if (!existsSync(file)) throw new BackupRefusal('nothing');
  // Not opened read-only: the last to leave must be able to fold the write-ahead log into the file.
  const connection = new DatabaseSync(file, { timeout: 5_000 });
  try {
    connection.exec('pragma query_only = on; begin;');
    const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(connection) });
    return await work({
      ...(await described(db, 'sqlite')),
      async *rows(table) {
        const statement = connection.prepare(select(table));
        statement.setReturnArrays(true);
        let batch: unknown[][] = [];
        for (const row of statement.iterate()) {
          batch.push(row as unknown as unknown[]);
          if (batch.length < AT_ONCE) continue;
          yield batch;
          batch = [];
        }
        if (batch.length > 0) yield batch;
      },
    });
  } finally {
    connection.close();
  }
}

async function postgresSnapshot<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const db = openPostgres(url);
  try {
    return await db.reader
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) =>
        work({ ...(await described(tx, 'postgres')), rows: (table) => fetched(tx, table) }),
      );
  } finally {
    await db.close();
  }
}

async function* fetched(tx: Transaction, table: Table): AsyncIterable<unknown[][]> {
  await sql.raw(`declare kept no scroll cursor for ${select(table)}`).execute(tx);
  for (;;) {
    const { rows } = await sql.raw<Record<string, unknown>>(`fetch ${AT_ONCE} from kept`).execute(tx);
    if (rows.length === 0) break;
    yield rows.map((row) => table.columns.map((column) => row[column.name]));
  }
  await sql.raw('close kept').execute(tx);
}

async function described(db: Source, engine: Engine) {
  const tables = await describeTables(db, engine);
  if (!tables.some((table) => table.name === MIGRATIONS_TABLE)) throw new BackupRefusal('nothing');
  const { rows: migrations } = await sql<{ name: string; checksum: string }>`
    select name, checksum from schema_migrations order by name`.execute(db);
  return { engine, tables, migrations };
}

function select(table: Table): string {
  const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ');
  const order = table.primaryKey.length > 0 ? ` order by ${quoted(table.primaryKey)}` : '';
  return `select ${quoted(table.columns.map((column) => column.name))} from "${table.name}"${order}`;
}
