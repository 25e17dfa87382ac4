import type { Kysely, Transaction as KyselyTransaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';
export type Transaction = KyselyTransaction<Tables>;

/** What a query reads from: the reader, or the transaction in which it takes part. */
export type Source = Kysely<Tables>;

/** One open database of a node, whichever engine stands behind it. */
export interface Database {
  readonly engine: Engine;
  /** Reads; on SQLite a connection of its own that never waits for a writer. */
  readonly reader: Source;
  /**
   * Reads and writes, each statement a transaction of its own; for the sign-in library, which brings its own
   * queries. On SQLite it waits for the writer: never ask it inside a transaction.
   */
  readonly connection: Source;
  /**
   * Runs `work` in one write transaction and resolves once it is durable on disk.
   * A throw rolls everything back. On SQLite writers are serialised: no mail, hashing or file work inside.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs a script of several statements; migrations and tests only. */
  script(sql: string): Promise<void>;
  /**
   * Calls `listener` soon after any transaction commits, in this process or in another (the command line
   * beside a running server). Calls may be merged and may be spurious, never missing.
   * @returns a function that stops it.
   */
  watch(listener: () => void): () => void;
  /**
   * Runs `work` while no other process runs work under the same name, else skips it.
   * @returns what `work` returned, or null where another process holds the name.
   */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T | null>;
  /**
   * Leaves nothing of deleted and changed rows in the engine's own files: the whole file is written anew, so it is
   * for what the law asks to be gone. PostgreSQL's own vacuum does it in its time.
   */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** Where a change is written: a database, in a transaction of its own, or a transaction it takes part in. */
export type Target = Database | Transaction;

/** Runs `work` in the transaction at hand, or in a new one. */
export function inTransaction<T>(target: Target, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return 'reader' in target ? target.transaction(work) : work(target);
}
