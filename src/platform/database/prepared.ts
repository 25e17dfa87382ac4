import type pg from 'pg';

/** How often a statement is asked before it is worth keeping, and how many are kept. */
const WORTH_KEEPING = 3;
const KEPT = 400;
/** How many statements are counted before the counting begins again. */
const COUNTED = 4_000;

/**
 * Gives the statements that come back a name, under which a PostgreSQL connection keeps them parsed and, once it trusts
 * them, planned: for the short queries of a page that takes longer than answering them. A list of another length is
 * another statement, so only what was asked before is kept, and not without end. What begins with `with` asks a whole
 * register, whose best plan depends on what is asked for: it is planned each time.
 */
export class PreparedStatements {
  #names = new Map<string, string>();
  #counts = new Map<string, number>();
  #generation = 0;

  /** The name of a statement; undefined while it isn't worth one. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known) return known;
    const count = (this.#counts.get(text) ?? 0) + 1;
    if (count < WORTH_KEEPING) {
      if (this.#counts.size >= COUNTED) this.#counts.clear();
      this.#counts.set(text, count);
      return undefined;
    }
    this.#counts.delete(text);
    // What is asked now counts, not what was asked first.
    if (this.#names.size >= KEPT) this.forget();
    const name = `indimaj_${this.#generation}_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }

  /** Begins again with other names; what a connection has under the former ones ends with it. */
  forget(): void {
    this.#names.clear();
    this.#generation += 1;
  }

  /** Has a connection ask under these names whatever comes with parameters. */
  serve(client: pg.PoolClient): void {
    const ask = client.query.bind(client) as (...given: unknown[]) => unknown;
    const query = (...given: unknown[]): unknown => {
      const [text, values] = given;
      const plain =
        given.length === 2 && typeof text === 'string' && Array.isArray(values) && values.length > 0;
      const name = plain && !text.trimStart().startsWith('with ') ? this.nameOf(text) : undefined;
      if (name === undefined) return ask(...given);
      return (ask({ name, text, values }) as Promise<unknown>).catch((error: unknown) => {
        if (!isOutdated(error)) throw error;
        this.forget();
        // In a transaction, which is lost, the second asking fails as well.
        return (ask(text, values) as Promise<unknown>).catch(() => Promise.reject(error));
      });
    };
    client.query = query as pg.PoolClient['query'];
  }
}

/**
 * “cached plan must not change result type”: a migration gave a table another column since; “prepared statement does not
 * exist”: a pooler in between answered from another connection.
 */
function isOutdated(error: unknown): boolean {
  return ['0A000', '26000'].includes((error as pg.DatabaseError).code ?? '');
}
