import type pg from 'pg';

/** How often a statement is asked before it is worth keeping, and how many are kept. */
const WORTH_KEEPING = 3;
const KEPT = 400;
/** How many statements are counted before the counting begins again. */
const COUNTED = 4_000;

/**
 * Gives the statements that come back a name, under which a PostgreSQL connection keeps them parsed and, once it trusts
 * them, planned: for the short queries of a page that takes longer than answering them. A list of another length is
 * another statement, so only what was asked before is kept, and not without end.
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
    if (count < WORTH_KEEPING || this.#names.size >= KEPT) {
      if (this.#counts.size >= COUNTED) this.#counts.clear();
      this.#counts.set(text, count);
      return undefined;
    }
    this.#counts.delete(text);
    const name = `indimaj_${this.#generation}_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }

  /** Forgets every name: what was prepared under them has other columns now. */
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
      const name = plain ? this.nameOf(text as string) : undefined;
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

/** “cached plan must not change result type”: a migration gave a table another column since. */
function isOutdated(error: unknown): boolean {
  return (error as pg.DatabaseError).code === '0A000';
}
