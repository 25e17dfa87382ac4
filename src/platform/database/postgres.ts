import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { PreparedStatements } from './prepared.ts';
import type { Tables } from './tables.ts';
import { Watchers } from './watchers.ts';

/** Looked for besides notifications, in case one was lost with a connection; milliseconds. */
const LOOK_EVERY = 2_000;

/** How long a connection is kept, in seconds, and with it what it has prepared. */
const LIFETIME = 1_800;

/** PostgreSQL's type numbers of `bigint` and `numeric`, read as numbers: counts and journal numbers fit. */
const READ_AS_NUMBER = new Set<number>([20, 1700]);

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (READ_AS_NUMBER.has(oid)) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

/**
 * Opens a node's database on PostgreSQL 15 or later.
 * @param url as in `DATABASE_URL`: postgres://user:password@host:port/name
 */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, types, max: 10, maxLifetimeSeconds: LIFETIME });
  // A connection that breaks is replaced by the pool; the query under way, or the next, reports what matters.
  // While one is lent out nobody else listens to its errors, and unheard they would end the process.
  pool.on('error', () => undefined);
  const prepared = new PreparedStatements();
  pool.on('connect', (client) => {
    prepared.serve(client);
    client.on('error', () => undefined);
    // A page asks many short questions: compiling one takes longer than answering it, and costs are but guesses.
    client.query('set jit = off').catch(() => undefined);
  });
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const watchers = new Watchers();
  const listening = listenForCommits(url, watchers);

  return {
    engine: 'postgres',
    reader: database,
    connection: database,
    async transaction(work) {
      const result = await database.transaction().execute(work);
      watchers.callSoon();
      return result;
    },
    async script(sql) {
      await pool.query(sql);
    },
    watch(listener) {
      listening.begin();
      return watchers.add(listener);
    },
    async exclusively(name, work) {
      const client = await pool.connect();
      try {
        const key = `indimaj ${name}`;
        const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [
          key,
        ]);
        if (!rows[0].held) return null;
        try {
          return await work();
        } finally {
          await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]);
        }
      } finally {
        client.release();
      }
    },
    sweep: async () => undefined,
    async close() {
      await listening.end();
      await database.destroy();
    },
  };
}

/** One connection that listens to the journal's notifications, made anew when it breaks. */
function listenForCommits(url: string, watchers: Watchers) {
  let client: pg.Client | null = null;
  let ended = false;
  let look: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    if (ended || client) return;
    const opening = new pg.Client({ connectionString: url });
    client = opening;
    const lost = () => {
      if (client === opening) client = null;
    };
    opening.on('error', lost);
    opening.on('end', lost);
    opening.on('notification', () => watchers.callSoon());
    try {
      await opening.connect();
      await opening.query('listen journal');
    } catch {
      lost();
    }
  }

  return {
    begin(): void {
      if (look) return;
      void connect();
      look = setInterval(() => {
        void connect();
        watchers.callSoon();
      }, LOOK_EVERY);
      look.unref();
    },
    async end(): Promise<void> {
      ended = true;
      clearInterval(look);
      await client?.end().catch(() => undefined);
    },
  };
}
