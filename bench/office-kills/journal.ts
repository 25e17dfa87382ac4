import type { Database } from '#platform/database/database.ts';
import { REDACTED } from '#platform/journal/append.ts';
import type { Entry } from '#platform/journal/model.ts';
import { entriesAfter } from '#platform/journal/read.ts';

type Row = Record<string, unknown>;
type AnyTable = { anything: Row & { id: string } };

/** How many entries are read at once. */
const MOST = 100_000;

/** The journal followed from its beginning, and held against what stands in the tables. */
export class JournalCheck {
  /** By record: what the last entry left, null where that was a deletion. */
  readonly #state = new Map<string, { kind: string; after: string | null }>();
  /** By record: every entry, in order. */
  readonly entries = new Map<string, Entry[]>();
  #last = 0;
  #count = 0;

  /**
   * Reads what came since, and compares every record of every kind with the journal.
   * @returns what does not fit, one sentence each: an entry that does not begin where the one before it ended, a
   * row without its entry, an entry without its row, an entry that was there and is gone
   */
  async faults(db: Database): Promise<string[]> {
    const faults: string[] = [];
    for (;;) {
      const entries = await entriesAfter(db, this.#last, { most: MOST });
      for (const entry of entries) {
        const before = this.#state.get(entry.recordId)?.after ?? null;
        if (before !== sorted(entry.before))
          faults.push(`Entry ${entry.number} of ${entry.kind} does not follow the one before it`);
        this.#state.set(entry.recordId, { kind: entry.kind, after: sorted(entry.after) });
        this.entries.set(entry.recordId, [...(this.entries.get(entry.recordId) ?? []), entry]);
      }
      this.#count += entries.length;
      this.#last = entries.at(-1)?.number ?? this.#last;
      if (entries.length < MOST) break;
    }
    const { count } = await db.reader
      .selectFrom('journal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) !== this.#count) faults.push(`The journal had ${this.#count} entries and has ${count}`);

    const missing = new Map([...this.#state].filter(([, { after }]) => after !== null));
    for (const kind of new Set([...this.#state.values()].map((state) => state.kind)))
      for (const row of await rowsOf(db, kind)) {
        if (missing.get(row.id)?.after !== sorted(row))
          faults.push(`${kind} ${row.id} is not as its last entry left it`);
        missing.delete(row.id);
      }
    for (const [id, { kind }] of missing) faults.push(`${kind} ${id} has entries and no row`);
    return faults;
  }
}

/** Every row of a table. */
export function rowsOf(db: Database, table: string): Promise<(Row & { id: string })[]> {
  const reader = db.reader as unknown as import('kysely').Kysely<AnyTable>;
  return reader
    .selectFrom(table as 'anything')
    .selectAll()
    .execute() as Promise<(Row & { id: string })[]>;
}

/**
 * A row as text. A column that an entry does not know yet is as good as an empty one, and of a person's data an entry
 * keeps only that there were some.
 */
function sorted(row: object | null): string | null {
  if (!row) return null;
  const known = Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([column, value]) => [column, column.startsWith('personal_') ? REDACTED : value] as const);
  return JSON.stringify(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
