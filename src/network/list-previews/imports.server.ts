import { createHash } from 'node:crypto';
import type { Database, Source, Transaction } from '#platform/database/database.ts';
import { AddressTaken, MissingRecord, StaleVersion } from '#platform/records/records.server.ts';
import { slugify } from '#platform/text/slug.ts';
import { Duplicates } from '../duplicates/model.ts';
import { cellOf, cleaned, type CellProblem, type List, type ListRow } from '../lists/model.ts';
import {
  fixedColumns,
  originalOf,
  type CellRefusal,
  type ChangedField,
  type Entry,
  type ListedRecord,
  type ListKind,
  type ListPreview,
} from './model.ts';

/**
 * Reads a list against the node's own records, as they are for a reader or within a transaction.
 * @param leftOut numbers of rows that are not taken
 */
export type Planner = (db: Source, leftOut?: readonly number[]) => Promise<ListPlan>;

/** What somebody agreed to of a list. */
export interface Agreed {
  /** That of the preview: where the records have moved since, nothing is written. */
  digest?: string;
  /** Numbers of rows that are not taken. */
  leaveOut?: readonly number[];
}

/** A list without some of its rows. */
export function withoutRows(list: List, leftOut: readonly number[] = []): List {
  const numbers = new Set(leftOut);
  return { ...list, rows: list.rows.filter(({ number }) => !numbers.has(number)) };
}

/**
 * Writes what a list would make of the node's records, all of it or nothing; the answer says which.
 * @param write one entry; what it refuses now is a fault, and undoes everything
 */
export async function applyList(
  db: Database,
  { task, plan, digest, leaveOut = [] }: { task: string; plan: Planner } & Agreed,
  write: (tx: Transaction, plan: ListPlan) => Promise<void>,
): Promise<ListPreview> {
  const nothing = async (reason: string) => refusedWhole((await plan(db.reader)).preview(), reason);
  try {
    const preview = await db.exclusively(task, () =>
      db.transaction(async (tx) => {
        const seen = (await plan(tx)).preview();
        if (seen.refused.length > 0) return seen;
        if (digest !== undefined && digest !== seen.digest) return refusedWhole(seen, 'network_list_moved');
        const found = await plan(tx, leaveOut);
        const preview = found.preview();
        // A row may refer to one that is left out.
        if (preview.refused.length > 0) return preview;
        await write(tx, found);
        return { ...preview, applied: true };
      }),
    );
    return preview ?? (await nothing('network_import_busy'));
  } catch (error) {
    // Somebody else's change came between the plan and the writing.
    if (error instanceof StaleVersion || error instanceof AddressTaken || error instanceof MissingRecord)
      return nothing('network_list_moved');
    throw error;
  }
}

/** The preview with a reason for which nothing of it is written. */
export function refusedWhole(preview: ListPreview, reason: string): ListPreview {
  const whole = { sheet: null, cell: null, reason, values: {}, severity: 'refusal' } as const;
  return { ...preview, refused: [whole, ...preview.refused] };
}

interface Identified {
  row: ListRow;
  slug: string;
  record: ListedRecord | null;
}

/** What a list's rows would make of the node's records. Nothing is written. */
export class ListPlan {
  readonly entries: Entry[] = [];
  readonly problems: CellProblem[];
  readonly #list: List;
  readonly #kind: ListKind;
  /** Cells of which something is refused; for a column that the file doesn't have, its row and key. */
  readonly #refused: Set<string>;

  constructor(list: List, kind: ListKind) {
    this.#list = list;
    this.#kind = kind;
    this.problems = [...list.problems];
    const refused = this.problems.filter(({ severity }) => severity === 'refusal');
    this.#refused = new Set(refused.flatMap(({ cell }) => cell ?? []));
    const rows = this.#identified();
    const created = rows.filter(({ record }) => record === null);
    const resolve = kind.resolver(created.map(({ slug, row }) => ({ slug, values: row.values })));
    for (const identified of rows) this.entries.push(this.#entry(identified, resolve));
  }

  /** What would be created, changed or left as it is, and what is to be said of it. */
  preview(): ListPreview {
    const changed = this.entries.filter(({ record, fields }) => record !== null && fields.length > 0);
    const refused = this.problems.filter(({ severity }) => severity === 'refusal');
    return {
      applied: false,
      digest: digestOf(this.entries),
      create: this.#create(),
      change: changed.map(({ row, slug, fields }) => ({ row, slug, fields })),
      same: this.entries
        .filter(({ record, fields }) => record !== null && fields.length === 0)
        .map(({ row, slug }) => ({ row, slug })),
      refused,
      warnings: this.problems.filter(({ severity }) => severity === 'warning'),
    };
  }

  /** Says something of a row's cell; of a column that the file doesn't have, at the row's beginning. */
  refuse(key: string, row: number, { reason, values }: CellRefusal): void {
    const [first = 'slug'] = Object.keys(this.#list.places);
    const cell = cellOf(this.#list, key, row) ?? cellOf(this.#list, first, row);
    const { sheet } = this.#list;
    const own = cellOf(this.#list, key, row) ?? `${row} ${key}`;
    // What follows from a refusal is no news.
    if (this.#refused.has(own)) return;
    this.#refused.add(own);
    this.problems.push({ sheet, cell, reason, values: { ...values, column: key }, severity: 'refusal' });
  }

  /**
   * Finds for each row the record it is of, by its address, current or former. A row without one, or with one
   * that nobody has, is a record to be.
   */
  #identified(): Identified[] {
    const { addresses, records } = this.#kind;
    const named = this.#list.rows.map((row) => {
      const slug = (row.values['slug'] ?? '').toLowerCase();
      const record = records.get(addresses.get(slug) ?? '') ?? null;
      return { row, slug, record };
    });
    const taken = new Set([...addresses.keys(), ...named.map(({ slug }) => slug)]);
    const seen = new Map<string, number>();
    const numbers = new Map<string, number>();
    return named.flatMap(({ row, slug, record }) => {
      const own = record?.values['slug'] ?? (slug || freeSlug(row.values, taken, numbers));
      const before = seen.get(own);
      if (before !== undefined)
        this.refuse('slug', row.number, { reason: 'network_list_repeated', values: { row: before } });
      else if (!record && (row.values['version'] || addresses.has(slug)))
        this.refuse('slug', row.number, { reason: 'network_list_gone', values: { slug } });
      seen.set(own, row.number);
      return before === undefined ? [{ row, slug: own, record }] : [];
    });
  }

  #entry({ row, slug, record }: Identified, resolve: ReturnType<ListKind['resolver']>): Entry {
    const values: Record<string, string> = { ...record?.values, slug };
    for (const { key } of this.#kind.columns) {
      const text = row.values[key];
      if ((fixedColumns as readonly string[]).includes(key) || text === undefined) continue;
      const meant = text === '' ? '' : resolve(key, text);
      if (typeof meant !== 'string') this.refuse(key, row.number, meant);
      // What nobody sees is no change: the text stays as it was kept.
      else if (cleaned(values[key] ?? '') !== meant) values[key] = meant;
    }
    if (!row.values['language']) values['language'] = originalOf(values, 'name', values['language'] || 'fr');
    const fields = record ? this.#fields(record, values, row.number) : [];
    const entry = { row: row.number, slug, record, values, fields };
    this.#check(entry, row);
    return entry;
  }

  #fields(record: ListedRecord, values: Record<string, string>, row: number): ChangedField[] {
    return this.#kind.columns.flatMap(({ key: column }) => {
      const [before, after] = [record.values[column] ?? '', values[column] ?? ''];
      return before === after ? [] : [{ column, cell: cellOf(this.#list, column, row), before, after }];
    });
  }

  /** A record that somebody changed since the list was written is not changed back unseen. */
  #check({ record, fields, values }: Entry, row: ListRow): void {
    const version = row.values['version'] ?? '';
    if (version !== '' && !/^\d{1,9}$/.test(version))
      this.refuse('version', row.number, { reason: 'platform_problem_not_a_number', values: {} });
    else if (record && fields.length > 0 && version !== '' && Number(version) !== record.version)
      this.refuse('version', row.number, { reason: 'network_list_stale', values: {} });
    if (record && fields.length === 0) return;
    for (const { key, reason } of this.#kind.check(values)) {
      const isAbsent = !values[key] && this.#list.places[key] === undefined;
      const isEmpty = !values[key] && reason === 'platform_problem_not_a_choice';
      const plain = isEmpty ? 'platform_problem_required' : reason;
      this.refuse(key, row.number, { reason: isAbsent ? 'network_list_column_missing' : plain, values: {} });
    }
  }

  #create(): ListPreview['create'] {
    const { records, named } = this.#kind;
    const known = new Duplicates([...records.values()].map(({ values }) => named(values)));
    return this.entries
      .filter(({ record }) => record === null)
      .map(({ row, slug, values }) => {
        const own = named(values);
        const similar = known.of(own).map(({ slug, names: [name = ''] }) => ({ slug, name }));
        // Two rows of one file may be the same as well.
        known.add(own);
        const filled = Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''));
        return { row, slug, values: filled, similar };
      });
  }
}

/**
 * An address made from the name, numbered where others have it.
 * @param numbers the number to begin with for each address made before
 */
function freeSlug(
  values: Readonly<Record<string, string>>,
  taken: Set<string>,
  numbers: Map<string, number>,
): string {
  const name = values['name_fr'] || values['name_en'] || values['name_ar'] || '';
  const base = slugify(name.slice(0, 300), { max: 70 });
  let number = numbers.get(base) ?? 1;
  let slug = number === 1 ? base : `${base}-${number}`;
  while (taken.has(slug)) slug = `${base}-${(number += 1)}`;
  numbers.set(base, number);
  taken.add(slug);
  return slug;
}

function digestOf(entries: readonly Entry[]): string {
  const written = entries
    .filter(({ record, fields }) => record === null || fields.length > 0)
    .map(({ record, values }) => [record?.id ?? null, record?.version ?? null, values]);
  return createHash('sha256').update(JSON.stringify(written)).digest('base64url');
}
