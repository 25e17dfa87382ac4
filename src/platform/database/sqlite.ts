import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { NodeSqliteDialect } from './node-sqlite.ts';
import { readerOver } from './sqlite-reader.ts';
import type { Tables } from './tables.ts';
import { Watchers } from './watchers.ts';

/** How often commits of other processes are looked for, in milliseconds. */
const LOOK_EVERY = 200;

/** How long a writer waits for another process to finish writing, in milliseconds. */
const WAIT_FOR_WRITER = 5_000;

/** Names under which this process runs work, each with its database file before it. */
const running = new Set<string>();

/**
 * Opens the embedded database: one file in write-ahead mode, one serialised writer, one reader.
 * Every acknowledged write has reached the disk (`synchronous=FULL`).
 * @param file absolute path of the database file; created when missing.
 */
export function openSqlite(file: string): Database {
  const writing = connect(file);
  const writer = new Kysely<Tables>({ dialect: new NodeSqliteDialect(writing) });
  const reading = connect(file, true);
  const reader = readerOver<Tables>(reading);
  const watching = connect(file, true);
  const version = watching.prepare('pragma data_version');
  const watchers = new Watchers();
  let seen = version.get()?.['data_version'];
  const look = setInterval(() => {
    if (watchers.size === 0) return;
    const now = version.get()?.['data_version'];
    if (now !== seen) {
      seen = now;
      watchers.call();
    }
  }, LOOK_EVERY);
  look.unref();

  return {
    engine: 'sqlite',
    reader,
    connection: writer,
    async transaction(work) {
      const result = await writer.transaction().execute(work);
      watchers.callSoon();
      return result;
    },
    async script(sql) {
      writing.exec(sql);
    },
    watch: (listener) => watchers.add(listener),
    // One server runs on a folder (see server-lock.ts), so a name is never held by another process.
    async exclusively(name, work) {
      const key = `${file}\0${name}`;
      if (running.has(key)) return null;
      running.add(key);
      try {
        return await work();
      } finally {
        running.delete(key);
      }
    },
    async sweep() {
      // Neither may run within a transaction: as one user of the writer they wait for those under way.
      await writer.connection().execute(async (db) => {
        await sql`vacuum`.execute(db);
        await sql`pragma wal_checkpoint(truncate)`.execute(db);
      });
    },
    async close() {
      clearInterval(look);
      // Destroying waits for changes under way; a query is over at once.
      await writer.destroy();
      // The writer goes last: only it can fold the write-ahead log into the file.
      for (const connection of [watching, reading, writing]) if (connection.isOpen) connection.close();
    },
  };
}

function connect(file: string, readOnly = false): DatabaseSync {
  const connection = new DatabaseSync(file, { readOnly, timeout: WAIT_FOR_WRITER });
  connection.exec('pragma foreign_keys = on; pragma synchronous = full;');
  if (!readOnly) connection.exec('pragma journal_mode = wal;');
  return connection;
}
