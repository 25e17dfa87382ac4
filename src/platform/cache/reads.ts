import {
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';
import type { Source } from '../database/database.ts';
import { addressTouch } from '../journal/append.ts';
import { isId } from '../records/uuid.ts';

/**
 * What one page read, so that the journal can tell when the page is out of date.
 *
 * Every id that stands in a query's parameters or results is a read of that record. A query without an id
 * among its parameters lists whole tables, so it depends on every record of them, those to come included, and
 * the ids in its results say nothing more; a look-up among addresses depends on the slugs it asks for only.
 */
export class Reads {
  readonly touches = new Set<string>();
  readonly tables = new Set<string>();
  /** The next instant at which the page changes by itself, in milliseconds since 1970; Infinity for never. */
  until = Infinity;

  /** Says that the page changes by itself at an instant: a meeting begins, an item ends. */
  changesAt(moment: Date): void {
    this.until = Math.min(this.until, moment.getTime());
  }

  /** Whether the answer heeds the number of the page in its address; one that doesn't is kept without it only. */
  paged = false;

  /** The instant at which the page changes by itself, as pages tell it to browsers; null for never. */
  get next(): string | null {
    return Number.isFinite(this.until) ? new Date(this.until).toISOString() : null;
  }

  /** Takes over what was read for a part of the page. */
  include({ touches, tables, until }: Pick<Reads, 'touches' | 'tables' | 'until'>): void {
    for (const touch of touches) this.touches.add(touch);
    for (const table of tables) this.tables.add(table);
    this.until = Math.min(this.until, until);
  }

  /** The same database, keeping note of what is read through it. */
  follow(db: Source): Source {
    return db.withPlugin(new FollowReads(this));
  }
}

class FollowReads implements KyselyPlugin {
  readonly #reads: Reads;
  /** Queries under way that list whole tables. */
  readonly #listing = new WeakSet<QueryId>();

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    const tables = new Set<string>();
    const values: unknown[] = [];
    visit(node, tables, values);
    const ids = values.filter(isId);
    for (const id of ids) this.#reads.touches.add(id);
    if (tables.size === 1 && tables.has('addresses')) {
      for (const value of values) if (typeof value === 'string') this.#reads.touches.add(addressTouch(value));
    } else if (ids.length === 0) {
      for (const table of tables) this.#reads.tables.add(table);
      this.#listing.add(queryId);
    }
    return node;
  }

  async transformResult({ result, queryId }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    if (this.#listing.has(queryId)) return result;
    for (const row of result.rows) {
      for (const column in row) {
        const value = row[column];
        if (isId(value)) this.#reads.touches.add(value);
      }
    }
    return result;
  }
}

/** Walks a query's tree for the tables it names and the values it carries. */
function visit(node: unknown, tables: Set<string>, values: unknown[]): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, tables, values);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { kind } = node as { kind?: string };
  if (kind === 'TableNode') {
    tables.add((node as { table: { identifier: { name: string } } }).table.identifier.name);
    return;
  }
  if (kind === 'ValueNode') values.push((node as { value: unknown }).value);
  if (kind === 'PrimitiveValueListNode') values.push(...(node as { values: unknown[] }).values);
  for (const part in node) visit((node as Record<string, unknown>)[part], tables, values);
}
