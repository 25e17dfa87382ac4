import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database, Engine } from './database.ts';
import { migrate } from './migrate.ts';
import { openDatabase, sqliteFile, type DatabaseLocation } from './open.ts';
import {
  createTestDatabase,
  dropDatabasesOf,
  dropTestDatabase,
  postgresAtHand,
  takeDatabase,
  testDatabaseUrl,
} from './test-server.ts';

export { postgresAtHand } from './test-server.ts';

/** A database of one test's own; `close` removes it. */
export interface TestDatabase extends Database {
  /** Where it lies, for child processes and for a second connection. */
  readonly location: DatabaseLocation;
}

/** The engine under test, from TEST_ENGINE; SQLite where it says nothing. */
export const testEngine: Engine = process.env['TEST_ENGINE'] === 'postgres' ? 'postgres' : 'sqlite';

/**
 * A fresh database on the engine under test: in a temporary folder, or on the server that TEST_DATABASE_URL
 * names. DATABASE_URL is never read.
 * @param migrated false leaves it empty, for tests of the migrations.
 * @throws Error where PostgreSQL is under test and TEST_DATABASE_URL is missing.
 */
export async function openTestDatabase({
  migrated = true,
  engine = testEngine,
}: { migrated?: boolean; engine?: Engine } = {}): Promise<TestDatabase> {
  const { location, remove } = await (migrated ? makeMigrated(engine) : makeTestLocation(engine));
  const db = openDatabase(location);
  const close = async () => {
    await db.close();
    await remove();
  };
  return { ...db, location, close };
}

/** Where a test's database lies, and how to be rid of it. */
export interface TestLocation {
  location: DatabaseLocation;
  remove(): Promise<void>;
}

/**
 * A place where no database is yet: an empty folder, with an empty PostgreSQL database beside it.
 * @param from a place on the same engine to copy instead, which nobody has open
 */
export async function makeTestLocation(
  engine: Engine = testEngine,
  from?: DatabaseLocation,
): Promise<TestLocation> {
  const folder = makeFolder();
  if (from) cpSync(from.dataFolder, folder.path, { recursive: true });
  if (engine === 'sqlite') return { location: { dataFolder: folder.path }, remove: folder.remove };
  const name = await createTestDatabase(from?.databaseUrl && new URL(from.databaseUrl).pathname.slice(1));
  return {
    location: { dataFolder: folder.path, databaseUrl: testDatabaseUrl(name) },
    remove: async () => {
      await folder.remove();
      await dropTestDatabase(name);
    },
  };
}

async function makeMigrated(engine: Engine): Promise<TestLocation> {
  const folder = makeFolder();
  if (engine === 'sqlite') {
    writeFileSync(sqliteFile(folder.path), await migratedFile());
    return { location: { dataFolder: folder.path }, remove: folder.remove };
  }
  const kept = await takeDatabase();
  return {
    location: { dataFolder: folder.path, databaseUrl: kept.url },
    remove: async () => {
      await folder.remove();
      await kept.giveBack();
    },
  };
}

/** What names of folders begin with that one run of the tests makes. */
const foldersOf = (run: string) => `indimaj-test-${run}-`;

/** Removes what a run of the tests left: what its processes kept for the next test, and what killed ones left. */
export async function removeLeftovers(run: string): Promise<void> {
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith(foldersOf(run))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  if (postgresAtHand) await dropDatabasesOf(run);
}

function makeFolder() {
  const path = mkdtempSync(join(tmpdir(), foldersOf(process.env['TEST_RUN'] ?? 'alone')));
  return { path, remove: async () => rmSync(path, { recursive: true, force: true }) };
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
