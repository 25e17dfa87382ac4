import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Database, Engine } from './database.ts';
import { migrate, migrationsFor } from './migrate.ts';
import { openDatabase, sqliteFile, type DatabaseLocation } from './open.ts';

/** A database of one test's own; `close` removes it. */
export interface TestDatabase extends Database {
  /** Where it lies, for child processes and for a second connection. */
  readonly location: DatabaseLocation;
}

/** The engine under test, from TEST_ENGINE; SQLite where it says nothing. */
export const testEngine: Engine = process.env['TEST_ENGINE'] === 'postgres' ? 'postgres' : 'sqlite';

/**
 * A fresh database on the engine under test: in a temporary folder, or created for the occasion on the server
 * that TEST_DATABASE_URL names. DATABASE_URL is never read.
 * @param migrated false leaves it empty, for tests of the migrations.
 * @throws Error where PostgreSQL is under test and TEST_DATABASE_URL is missing.
 */
export async function openTestDatabase({
  migrated = true,
  engine = testEngine,
}: { migrated?: boolean; engine?: Engine } = {}): Promise<TestDatabase> {
  const from = migrated && engine === 'postgres' ? await migratedTemplate() : undefined;
  const { location, remove } = await makeTestLocation(engine, from);
  if (migrated && engine === 'sqlite') writeFileSync(sqliteFile(location.dataFolder), await migratedFile());
  const db = openDatabase(location);
  const close = async () => {
    await db.close();
    await remove();
  };
  return { ...db, location, close };
}

/**
 * A place where no database is yet: an empty folder, with an empty PostgreSQL database beside it.
 * @param from a database of the server to copy instead of an empty one.
 */
export async function makeTestLocation(
  engine: Engine = testEngine,
  from?: string,
): Promise<{ location: DatabaseLocation; remove(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'indimaj-test-'));
  const removeFolder = () => rmSync(dataFolder, { recursive: true, force: true });
  if (engine === 'sqlite') return { location: { dataFolder }, remove: async () => removeFolder() };
  const server = testServer();
  const name = `indimaj_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}${from ? ` template ${from}` : ''}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    location: { dataFolder, databaseUrl: url.href },
    remove: async () => {
      removeFolder();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

/** Whether TEST_DATABASE_URL names a server, for tests that take both engines at once. */
export const postgresAtHand = Boolean(process.env['TEST_DATABASE_URL']);

function testServer(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return url;
  throw new Error('TEST_DATABASE_URL must name a PostgreSQL server on which tests may create databases.');
}

async function onServer(url: string, statement: string): Promise<void> {
  await withServer(url, (client) => client.query(statement));
}

async function withServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const templatePrefix = 'indimaj_template_';
let serverTemplate: Promise<string> | undefined;

/**
 * The name of a migrated database on the test server, which PostgreSQL copies many times quicker than we
 * migrate. It stays there for the next run, and makes way when the migrations change.
 */
function migratedTemplate(): Promise<string> {
  serverTemplate ??= withServer(testServer(), async (client) => {
    const name = templatePrefix + migrationsDigest().slice(0, 16);
    // One process makes it, the others wait; the lock goes with the connection.
    await client.query('select pg_advisory_lock(hashtext($1))', [templatePrefix]);
    const found = await client.query<{ datname: string }>(
      `select datname from pg_database where starts_with(datname, $1)`,
      [templatePrefix],
    );
    const names = found.rows.map(({ datname }) => datname);
    if (names.includes(name)) return name;
    for (const stale of names) await client.query(`drop database ${stale} with (force)`);
    const unfinished = `indimaj_test_unfinished_${randomBytes(6).toString('hex')}`;
    await client.query(`create database ${unfinished}`);
    const url = new URL(testServer());
    url.pathname = `/${unfinished}`;
    const db = openDatabase({ dataFolder: tmpdir(), databaseUrl: url.href });
    await migrate(db);
    await db.close();
    await client.query(`alter database ${unfinished} rename to ${name}`);
    return name;
  });
  return serverTemplate;
}

function migrationsDigest(): string {
  const digest = createHash('sha256');
  for (const { name, checksum } of migrationsFor('postgres')) digest.update(name).update(checksum);
  return digest.digest('hex');
}

let template: Promise<Buffer> | undefined;

/** The bytes of a migrated database, made once a process: copying them is quicker than migrating. */
function migratedFile(): Promise<Buffer> {
  template ??= (async () => {
    const { location, remove } = await makeTestLocation('sqlite');
    const db = openDatabase(location);
    await migrate(db);
    await db.close();
    const bytes = readFileSync(sqliteFile(location.dataFolder));
    await remove();
    return bytes;
  })();
  return template;
}
