import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database, Engine, Transaction } from './database.ts';

/** One step of the schema: NNNN-name.sql, or NNNN-name.<engine>.sql where the engines differ. */
export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** A database that this version of the program can't work with. */
export class SchemaMismatch extends Error {
  override name = 'SchemaMismatch';
  /** `newer`: made by a later version. `rewritten`: an applied step was changed since. */
  readonly reason: 'newer' | 'rewritten';
  readonly migration: string;
  constructor(reason: SchemaMismatch['reason'], migration: string) {
    super(
      reason === 'newer'
        ? `The database holds ${migration}, which this version doesn't know: it is newer.`
        : `Migration ${migration} was changed after it was applied: add a new one instead.`,
    );
    this.reason = reason;
    this.migration = migration;
  }
}

const folder = new URL('../../../migrations/', import.meta.url);

/**
 * The migrations of one engine, in order.
 * @throws Error where a number is missing, stands twice for one engine, or a file's name has another form.
 */
export function migrationsFor(engine: Engine, from: URL = folder): Migration[] {
  const found: Migration[] = [];
  for (const file of readdirSync(from).sort()) {
    const match = /^(\d{4}-[a-z0-9-]+)(?:\.(sqlite|postgres))?\.sql$/.exec(file);
    if (!match)
      throw new Error(`migrations/${file}: the name must be NNNN-name.sql or NNNN-name.<engine>.sql`);
    if (match[2] && match[2] !== engine) continue;
    const text = readFileSync(new URL(file, from), 'utf8');
    found.push({ name: match[1]!, sql: text, checksum: createHash('sha256').update(text).digest('hex') });
  }
  found.forEach((migration, index) => {
    if (Number(migration.name.slice(0, 4)) !== index + 1)
      throw new Error(`migrations: ${migration.name} does not follow number ${index} on ${engine}`);
  });
  return found;
}

/**
 * Brings the schema up to date, whole or not at all, under a lock that a second process waits for.
 * @returns the names of the migrations applied now.
 * @throws SchemaMismatch where the database was made by a newer version, or an applied step was rewritten.
 */
export async function migrate(db: Database, migrations = migrationsFor(db.engine)): Promise<string[]> {
  const run = () => db.transaction((tx) => migrateWithin(tx, db.engine, migrations));
  if (db.engine === 'postgres') return run();
  // To rebuild a table is to drop it, and that would empty the tables that refer to it, or be refused. The keys
  // are off around the transaction and checked before it commits (sqlite.org/lang_altertable.html, section 7).
  await db.script('pragma foreign_keys = off');
  try {
    return await run();
  } finally {
    await db.script('pragma foreign_keys = on');
  }
}

/** As {@link migrate}, within a transaction at hand. */
export async function migrateWithin(
  tx: Transaction,
  engine: Engine,
  migrations: Migration[],
): Promise<string[]> {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(4714300)`.execute(tx);
  await sql`create table if not exists schema_migrations (
    name text primary key, checksum text not null, applied_at text not null)`.execute(tx);
  const { rows } = await sql<{ name: string; checksum: string }>`
    select name, checksum from schema_migrations`.execute(tx);
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  refuseMismatch(applied, migrations);

  const pending = migrations.filter((migration) => !applied.has(migration.name));
  for (const migration of pending) {
    for (const statement of statements(migration.sql)) await sql.raw(statement).execute(tx);
    await sql`insert into schema_migrations (name, checksum, applied_at)
      values (${migration.name}, ${migration.checksum}, ${new Date().toISOString()})`.execute(tx);
  }
  if (engine === 'sqlite' && pending.length > 0) await refuseBrokenKeys(tx);
  return pending.map((migration) => migration.name);
}

/** @throws Error where a row refers to one that is not there */
async function refuseBrokenKeys(tx: Transaction): Promise<void> {
  const { rows } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(tx);
  if (rows[0])
    throw new Error(`Rows of ${rows[0].table} refer to rows of ${rows[0].parent} that are missing.`);
}

function refuseMismatch(applied: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) throw new SchemaMismatch('newer', name);
    if (known.get(name) !== checksum) throw new SchemaMismatch('rewritten', name);
  }
}

/** Splits a script at the lines that end a statement; a body between $$ marks, or a trigger's, stays whole. */
function statements(script: string): string[] {
  const found: string[] = [];
  let current = '';
  let quoted = false;
  for (const line of script.split('\n')) {
    if (!quoted && /^\s*(--|$)/.test(line)) continue;
    current += `${line}\n`;
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) quoted = !quoted;
    if (!quoted && isWhole(current)) {
      found.push(current);
      current = '';
    }
  }
  if (current.trim()) found.push(current);
  return found;
}

/** Whether a statement ends here. SQLite's triggers hold statements of their own, and end with `; end;`. */
function isWhole(statement: string): boolean {
  const body = /^\s*create\s+(temp(orary)?\s+)?trigger\b.*\bbegin\b/is.test(statement);
  return (body ? /;\s*end\s*;\s*$/i : /;\s*$/).test(statement);
}
