import { sql } from 'kysely';
import type { Engine, Transaction } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { touched } from '#platform/journal/append.ts';
import type { NewRecord, RecordKind } from '#platform/records/model.ts';
import { newId } from '#platform/records/uuid.ts';

/** How many rows one statement writes. */
const CHUNK = 2_000;

/** Writes thousands of records, each with its address and its journal entry, a table at a time. */
export class Bulk {
  readonly #tx: Transaction;
  readonly #engine: Engine;
  readonly #waiting = new Map<string, object[]>();
  readonly #written: { at: string; kind: RecordKind; row: { id: string } }[] = [];

  constructor(tx: Transaction, engine: Engine) {
    this.#tx = tx;
    this.#engine = engine;
  }

  /**
   * Keeps a record to be written.
   * @param at the instant at which it was entered
   * @returns the record, which may still be completed
   */
  add<Kind extends RecordKind>(kind: Kind, at: string, values: NewRecord<Kind>): Tables[Kind] {
    const row = { id: newId(), version: 1, created_at: at, updated_at: at, ...values };
    const slug = (row as { slug?: string }).slug;
    this.#keep(kind, row);
    if (slug !== undefined) this.#keep('addresses', { kind, slug, record_id: row.id, created_at: at });
    this.#written.push({ at, kind, row });
    return row as unknown as Tables[Kind];
  }

  #keep(table: string, row: object): void {
    const rows = this.#waiting.get(table);
    if (rows) rows.push(row);
    else this.#waiting.set(table, [row]);
  }

  /** Writes what waits, in the order in which the tables were first named. */
  async write(): Promise<void> {
    for (const [table, rows] of this.#waiting)
      for (let start = 0; start < rows.length; start += CHUNK)
        await this.#insert(table, rows.slice(start, start + CHUNK));
    const entries = this.#written.splice(0).map(({ at, kind, row }) => entryOf(at, kind, row));
    for (let start = 0; start < entries.length; start += CHUNK)
      await this.#insert('journal', entries.slice(start, start + CHUNK));
    this.#waiting.clear();
  }

  async #insert(table: string, rows: readonly object[]): Promise<void> {
    const names = Object.keys(rows[0]!);
    const columns = sql.join(names.map((name) => sql.ref(name)));
    const json = JSON.stringify(rows);
    const from =
      this.#engine === 'sqlite'
        ? sql`select ${sql.join(names.map((name) => sql`value ->> ${sql.lit(`$.${name}`)}`))} from json_each(${json})`
        : sql`select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`;
    await sql`insert into ${sql.table(table)} (${columns}) ${from}`.execute(this.#tx);
  }
}

function entryOf(at: string, kind: RecordKind, row: { id: string }) {
  const change = { kind, recordId: row.id, verb: 'create' as const, before: null, after: { ...row } };
  return {
    at,
    actor_id: 'bench',
    kind,
    record_id: row.id,
    verb: change.verb,
    before: null,
    after: JSON.stringify(row),
    touches: JSON.stringify(touched(change)),
  };
}
