import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely';

/** Statements kept prepared on one connection; the product's own queries number a few hundred. */
export const MOST_STATEMENTS = 500;

/** Takes the write lock at once: a deferred transaction that turns into a writer can be refused half-way. */
class ImmediateDriver extends SqliteDriver {
  readonly #connection: DatabaseSync;

  constructor(connection: DatabaseSync) {
    super({ database: async () => adapted(connection) });
    this.#connection = connection;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk makes SQLite roll back by itself (sqlite.org/lang_transaction.html): its error is the one to tell. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#connection.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** Kysely's SQLite dialect over Node's own `node:sqlite`. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #connection: DatabaseSync;

  constructor(connection: DatabaseSync) {
    super({ database: async () => adapted(connection) });
    this.#connection = connection;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#connection);
  }
}

function adapted(connection: DatabaseSync) {
  const prepared = new Map<string, { reader: boolean; statement: StatementSync }>();
  return {
    // Its opener closes the connection: two share one file, and which goes last matters.
    close: () => undefined,
    prepare(sql: string) {
      let known = prepared.get(sql);
      if (!known) {
        const statement = connection.prepare(sql);
        known = { statement, reader: statement.columns().length > 0 };
        if (prepared.size >= MOST_STATEMENTS) prepared.delete(prepared.keys().next().value!);
        prepared.set(sql, known);
      }
      const { statement, reader } = known;
      return {
        reader,
        all: (values: readonly unknown[]) => statement.all(...(values as SQLInputValue[])),
        run: (values: readonly unknown[]) => statement.run(...(values as SQLInputValue[])),
        iterate: (values: readonly unknown[]) =>
          statement.iterate(...(values as SQLInputValue[])) as IterableIterator<unknown>,
      };
    },
  };
}
