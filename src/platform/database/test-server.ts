import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { migrate, migrationsFor } from './migrate.ts';
import { openDatabase } from './open.ts';

/** Whether TEST_DATABASE_URL names a server, for tests that take both engines at once. */
export const postgresAtHand = Boolean(process.env['TEST_DATABASE_URL']);

/** What names of databases begin with that one run of the tests makes, and drops when it ends. */
const ours = (run: string) => `indimaj_test_${run}_`;

/**
 * Creates a database on the test server.
 * @param from a database of the server to copy; without it the new one is empty
 * @returns its name
 */
export async function createTestDatabase(from?: string): Promise<string> {
  const run = process.env['TEST_RUN'] ?? 'alone';
  const name = `${ours(run)}${process.pid}_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}${from ? ` template ${from}` : ''}`);
  return name;
}

/** Drops a database of the test server, whoever is connected to it. */
export async function dropTestDatabase(name: string): Promise<void> {
  await onServer(`drop database ${name} with (force)`);
}

/** The address of one database of the test server. */
export function testDatabaseUrl(name: string): string {
  const url = new URL(testServer());
  url.pathname = `/${name}`;
  return url.href;
}

/** Drops what a run of the tests left on its server: databases kept for the next test, and those of a killed process. */
export async function dropDatabasesOf(run: string): Promise<void> {
  await withServer(async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [ours(run)],
    );
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  });
}

/** A migrated database that nobody else writes to. */
export interface KeptDatabase {
  url: string;
  /** Empties it for the next test of this process, or drops it. */
  giveBack(): Promise<void>;
}

/** What a client has and its types leave out: whether its connection keeps the process from ending. */
interface Referable {
  ref(): void;
  unref(): void;
}

const spare: KeptDatabase[] = [];

/**
 * A migrated database, empty: one that an earlier test of this process gave back, else a new one. To create and
 * drop one takes the server many times as long as to empty one.
 */
export async function takeDatabase(): Promise<KeptDatabase> {
  return spare.pop() ?? makeKept();
}

async function makeKept(): Promise<KeptDatabase> {
  const name = await createTestDatabase(await migratedTemplate());
  const url = testDatabaseUrl(name);
  if (!process.env['TEST_RUN']) return { url, giveBack: () => dropTestDatabase(name) };
  const keeper = new pg.Client({ connectionString: url }) as pg.Client & Referable;
  let broken = false;
  keeper.on('error', () => (broken = true));
  await keeper.connect();
  const seeded = await filledTables(keeper);
  const places = await keeper.query<{ sequence: string; last: string | null }>(
    'select seqrelid::regclass as sequence, pg_sequence_last_value(seqrelid) as last from pg_sequence',
  );
  const made = await shapeOf(keeper, seeded);
  keeper.unref();

  async function clean(): Promise<void> {
    // A child process of the test, or a pool that it forgot to close, writes to nobody's database but its own.
    await keeper.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`);
    const filled = (await filledTables(keeper)).filter((table) => !seeded.includes(table));
    if (filled.length > 0) await keeper.query(`truncate ${filled.join(', ')} cascade`);
    for (const { sequence, last } of places.rows)
      await keeper.query(
        `select setval(seqrelid::regclass, coalesce($2, seqstart), $2::bigint is not null)
         from pg_sequence where seqrelid = $1::regclass`,
        [sequence, last],
      );
  }

  const kept: KeptDatabase = {
    url,
    async giveBack() {
      keeper.ref();
      try {
        await clean();
        if (!broken && (await shapeOf(keeper, seeded)) === made) {
          keeper.unref();
          spare.push(kept);
          return;
        }
      } catch {
        // What can't be emptied is dropped.
      }
      await keeper.end().catch(() => undefined);
      await dropTestDatabase(name);
    },
  };
  return kept;
}

/** Tables that hold anything, or held it until a moment ago. */
async function filledTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I', relname) as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`,
  );
  return rows.map(({ name }) => name);
}

/** A digest of the schema, of the database's settings and of what the migrations wrote: what a test may have changed. */
async function shapeOf(client: pg.Client, seeded: readonly string[]): Promise<string> {
  const here = `'public'::regnamespace`;
  const parts = [
    `select concat_ws(' ', oid, relname, relkind, relpersistence, relrowsecurity) from pg_class where relnamespace = ${here}`,
    `select concat_ws(' ', attrelid, attnum, attname, atttypid, attnotnull, atthasdef, attgenerated)
     from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace = ${here}`,
    `select concat_ws(' ', oid, conname, contype, convalidated) from pg_constraint where connamespace = ${here}`,
    `select concat_ws(' ', oid, tgname, tgenabled) from pg_trigger`,
    `select concat_ws(' ', oid, proname, md5(prosrc)) from pg_proc where pronamespace = ${here}`,
    `select concat_ws(' ', setdatabase, setconfig) from pg_db_role_setting`,
    ...seeded.map((table) => `select concat_ws(' ', '${table}', rows::text) from ${table} as rows`),
  ];
  const { rows } = await client.query<{ shape: string }>(
    `select md5(string_agg(line, ',' order by line)) as shape from (${parts.join('\nunion all ')}) as lines (line)`,
  );
  return rows[0]!.shape;
}

const templatePrefix = 'indimaj_template_';
let serverTemplate: Promise<string> | undefined;

/**
 * The name of a migrated database on the test server, which PostgreSQL copies many times quicker than we
 * migrate. It stays there for the next run, and makes way when the migrations change.
 */
function migratedTemplate(): Promise<string> {
  serverTemplate ??= withServer(async (client) => {
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
    const db = openDatabase({ dataFolder: tmpdir(), databaseUrl: testDatabaseUrl(unfinished) });
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

function testServer(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return url;
  throw new Error('TEST_DATABASE_URL must name a PostgreSQL server on which tests may create databases.');
}

async function onServer(statement: string): Promise<void> {
  await withServer((client) => client.query(statement));
}

async function withServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: testServer() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
