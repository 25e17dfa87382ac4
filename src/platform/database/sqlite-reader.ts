import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  SqliteDialect,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely';
import { MOST_STATEMENTS } from './node-sqlite.ts';

/** A statement that is prepared, with what makes a row of its values. */
interface Prepared {
  statement: StatementSync;
  columns: number;
  rowOf(values: readonly unknown[]): object;
}

/**
 * Kysely over a connection that only reads. Its queries run at once, one after another: none waits for a turn,
 * as those of a writer do. It knows neither transactions nor streams.
 */
export function readerOver<Tables>(connection: DatabaseSync): Kysely<Tables> {
  const statements = new Map<string, Prepared>();

  function prepared(sql: string): Prepared {
    let known = statements.get(sql);
    if (!known) {
      known = prepare(connection, sql);
      if (statements.size >= MOST_STATEMENTS) statements.delete(statements.keys().next().value!);
      statements.set(sql, known);
    }
    return known;
  }

  function read(sql: string, values: readonly unknown[]): object[] {
    const { statement, columns, rowOf } = prepared(sql);
    const rows = statement.all(...(values as SQLInputValue[])) as unknown as unknown[][];
    if (rows.length === 0 || rows[0]!.length === columns) return rows.map(rowOf);
    // A column has come to a table since `select *` was prepared.
    statements.delete(sql);
    return read(sql, values);
  }

  const reading: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => ({
      rows: read(sql, parameters) as Row[],
    }),
    streamQuery: () => {
      throw new Error('The reader has no streams');
    },
  };
  const dialect = new SqliteDialect({
    database: async () => Promise.reject(new Error('The reader is open')),
  });
  const executor = new DefaultQueryExecutor(dialect.createQueryCompiler(), dialect.createAdapter(), {
    provideConnection: (consumer) => consumer(reading),
  });
  return new Kysely<Tables>({ config: { dialect }, dialect, driver: new DummyDriver(), executor });
}

/** Node makes a row as an object without a shape, slow to make and to read: arrays are made into plain ones. */
function prepare(connection: DatabaseSync, sql: string): Prepared {
  const statement = connection.prepare(sql);
  const names = statement.columns().map(({ name }) => name);
  statement.setReturnArrays(true);
  return { statement, columns: names.length, rowOf: rowMaker(names) };
}

/** All rows of a statement get one shape, as if they were written out by hand. */
function rowMaker(names: readonly string[]): (values: readonly unknown[]) => object {
  const columns = names.map((name, at) => `${JSON.stringify(name)}: values[${at}]`);
  // The names are those of the schema and of our own queries, written as JSON: nobody else's text gets in.
  return new Function('values', `return { ${columns.join(', ')} };`) as ReturnType<typeof rowMaker>;
}
