import { CompiledQuery, sql } from 'kysely';
import type { Engine, Transaction } from '../database/database.ts';
import { describeTables, type Table } from '../database/describe.ts';
import { migrateWithin, migrationsFor, type Migration } from '../database/migrate.ts';
import { settleRestored } from '../mail/settle.ts';
import { BackupRefusal, fromLine, tablesToKeep, type Header } from './format.ts';
import type { DatabasePart } from './read.ts';

/** What a backup held. */
export interface Filled {
  createdAt: string;
  rows: number;
}

/**
 * Makes the schema as it was when a backup was written, fills it with the backup's rows, checks them, and
 * brings the schema up to date: all within one transaction on an empty schema.
 * @throws BackupRefusal where the backup can't be trusted; the caller rolls back.
 */
export async function fill(
  tx: Transaction,
  engine: Engine,
  parts: AsyncIterable<DatabasePart>,
): Promise<Filled> {
  let header: Header | undefined;
  let tables = new Map<string, Table>();
  let filled: Filled | undefined;
  const seen = new Set<string>();
  for await (const part of parts) {
    if (part.kind === 'header') {
      header = part.header;
      await migrateWithin(tx, engine, stepsOf(header, engine));
      await deferForeignKeys(tx, engine);
      tables = new Map(tablesToKeep(await describeTables(tx, engine)).map((table) => [table.name, table]));
      for (const name of tables.keys()) await sql`delete from ${sql.table(name)}`.execute(tx);
    } else if (part.kind === 'table') {
      const expected = tables.get(part.table)?.columns.map((column) => column.name);
      if (JSON.stringify(expected) !== JSON.stringify(part.columns))
        throw new BackupRefusal('corrupt', part.table);
      seen.add(part.table);
    } else if (part.kind === 'rows') await insert(tx, engine, tables.get(part.table)!, part);
    else filled = { createdAt: header!.createdAt, rows: part.rows };
  }
  const missing = [...tables.keys()].find((name) => !seen.has(name));
  if (!filled || missing !== undefined) throw new BackupRefusal('corrupt', missing);
  await checkForeignKeys(tx, engine);
  await checkCounts(tx, tables, filled.rows);
  await continueNumbers(tx, engine);
  await migrateWithin(tx, engine, migrationsFor(engine));
  await settleRestored(tx);
  return filled;
}

/** The steps that were applied when the backup was written: the first of ours, or it is from a newer version. */
function stepsOf({ engine: from, migrations: kept }: Header, engine: Engine): Migration[] {
  const ours = migrationsFor(engine);
  return kept.map(({ name, checksum }, index) => {
    const step = ours[index];
    if (!step || step.name !== name) throw new BackupRefusal('newer', name);
    // Where the engines differ a step has a file for each, so only a sum of the same engine can be compared.
    if (from === engine && step.checksum !== checksum) throw new BackupRefusal('newer', name);
    return step;
  });
}

async function insert(
  tx: Transaction,
  engine: Engine,
  table: Table,
  { rows, from }: DatabasePart & { kind: 'rows' },
) {
  const values = rows.flatMap((row, index) => {
    const where = `${table.name} ${from + index}`;
    if (row.length !== table.columns.length) throw new BackupRefusal('corrupt', where);
    return row.map((value, column) => fromLine(value, table.columns[column]!, where));
  });
  const mark = (index: number) => (engine === 'postgres' ? `$${index + 1}` : '?');
  const width = table.columns.length;
  const marks = rows.map(
    (_, row) => `(${table.columns.map((_, column) => mark(row * width + column)).join(', ')})`,
  );
  const columns = table.columns.map((column) => `"${column.name}"`).join(', ');
  const statement = `insert into "${table.name}" (${columns}) values ${marks.join(', ')}`;
  try {
    await tx.executeQuery(CompiledQuery.raw(statement, values));
  } catch (error) {
    throw asRefusal(error, `${table.name} ${from}–${from + rows.length - 1}`);
  }
}

/** Rows come table by table, so what they refer to may come later: it is checked once all are there. */
async function deferForeignKeys(tx: Transaction, engine: Engine): Promise<void> {
  if (engine === 'sqlite') return void (await sql`pragma defer_foreign_keys = on`.execute(tx));
  for (const { table, name } of await foreignKeys(tx)) {
    await sql`alter table ${sql.table(table)} alter constraint ${sql.ref(name)} deferrable initially deferred`.execute(
      tx,
    );
  }
}

async function checkForeignKeys(tx: Transaction, engine: Engine): Promise<void> {
  if (engine === 'sqlite') {
    const { rows } = await sql<{
      table: string;
    }>`select "table" from pragma_foreign_key_check limit 1`.execute(tx);
    if (rows[0]) throw new BackupRefusal('corrupt', rows[0].table);
    return;
  }
  try {
    await sql`set constraints all immediate`.execute(tx);
  } catch (error) {
    throw asRefusal(error, (error as { table?: string }).table ?? '');
  }
  for (const { table, name } of await foreignKeys(tx)) {
    await sql`alter table ${sql.table(table)} alter constraint ${sql.ref(name)} not deferrable`.execute(tx);
  }
}

async function foreignKeys(tx: Transaction): Promise<{ table: string; name: string }[]> {
  const { rows } = await sql<{ table: string; name: string }>`
    select c.relname::text as "table", k.conname::text as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.connamespace = current_schema()::regnamespace`.execute(tx);
  return rows;
}

async function checkCounts(tx: Transaction, tables: Map<string, Table>, expected: number): Promise<void> {
  let counted = 0;
  for (const name of tables.keys()) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(
      tx,
    );
    counted += rows[0]!.count;
  }
  if (counted !== expected) throw new BackupRefusal('corrupt', 'rows');
}

/** The journal goes on after its last number; SQLite sees to that by itself. */
async function continueNumbers(tx: Transaction, engine: Engine): Promise<void> {
  if (engine === 'sqlite') return;
  await sql`select setval('journal_numbers', coalesce(max(number), 1), max(number) is not null) from journal`.execute(
    tx,
  );
}

/** What a constraint of the schema refuses is the backup's fault; anything else is not. */
function asRefusal(error: unknown, where: string): unknown {
  const { code = '', errcode = 0 } = error as { code?: string; errcode?: number };
  const constraint = (errcode & 0xff) === 19 || (errcode & 0xff) === 20;
  return constraint || /^2[23]/.test(code) ? new BackupRefusal('corrupt', where) : error;
}
