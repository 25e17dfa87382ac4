import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Database, Engine } from './database.ts';
import { migrate } from './migrate.ts';
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
  const { location, remove } = await makeTestLocation(engine);
  if (migrated && engine === 'sqlite') writeFileSync(sqliteFile(location.dataFolder), await migratedFile());
  const db = openDatabase(location);
  if (migrated && engine === 'postgres') await migrate(db);
  const close = async () => {
    await db.close();
    await remove();
  };
  return { ...db, location, close };
}

/** A place where no database is yet: an empty folder, with an empty PostgreSQL database beside it. */
export async function makeTestLocation(
  engine: Engine = testEngine,
): Promise<{ location: DatabaseLocation; remove(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'indimaj-test-'));
  const removeFolder = () => rmSync(dataFolder, { recursive: true, force: true });
  if (engine === 'sqlite') return { location: { dataFolder }, remove: async () => removeFolder() };
  const server = testServer();
  const name = `indimaj_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
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
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
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
