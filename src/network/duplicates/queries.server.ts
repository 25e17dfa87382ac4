import type { Source } from '#platform/database/database.ts';
import { locales } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import { pairKey } from '../distinctions/model.ts';
import { listDistinct } from '../distinctions/queries.server.ts';
import { codesClash, type MergeableKind } from '../merges/model.ts';
import { Duplicates, likeness, Pairs, type Likeness, type Named } from './model.ts';

/** A record as far as its names tell it from others. */
export interface NamedRow extends Trilingual<'name'> {
  id: string;
  slug: string;
}

/** Two records that are probably the same. */
export interface LikelyPair {
  kind: MergeableKind;
  first: NamedRow;
  second: NamedRow;
  like: Likeness;
}

/**
 * The pairs of a kind that are probably the same and of which nobody has said that they are not; likest first. What
 * was found is kept as long as the database is open, and only records that came, went or changed are compared again.
 */
export async function listLikelyPairs(db: Source, kind: MergeableKind): Promise<LikelyPair[]> {
  const pairs = await keptPairs.with(db, kind).brought(db);
  const distinct = await listDistinct(db, kind);
  return pairs.flatMap(({ first, second }) => {
    if (distinct.has(pairKey(first.row.id, second.row.id))) return [];
    if (first.row.code !== undefined && codesClash(first.row.code, second.row.code!)) return [];
    return [{ kind, first: first.row, second: second.row, like: likeness(first, second) }];
  });
}

type AnyNamed = NamedRow & { code?: string };

/** A record with what tells that it changed. */
interface KeptRecord extends Named {
  row: AnyNamed;
  stamp: string;
}

/** What is kept of each kind's records with the database they stand in, which is to be one and the same object. */
class Kept<Of> {
  readonly #byDatabase = new WeakMap<Source, Map<MergeableKind, Of>>();
  readonly #make: (kind: MergeableKind) => Of;

  constructor(make: (kind: MergeableKind) => Of) {
    this.#make = make;
  }

  with(db: Source, kind: MergeableKind): Of {
    const byKind = this.#byDatabase.get(db) ?? new Map<MergeableKind, Of>();
    this.#byDatabase.set(db, byKind);
    const own = byKind.get(kind) ?? this.#make(kind);
    byKind.set(kind, own);
    return own;
  }
}

/** Ids that one query names. */
const SLICE = 500;
/** How long others wait while names are compared, in milliseconds. */
const TURN = 20;

class KeptPairs {
  readonly #kind: MergeableKind;
  readonly #pairs = new Pairs<KeptRecord>();
  readonly #records = new Map<string, KeptRecord>();
  /** One at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(kind: MergeableKind) {
    this.#kind = kind;
  }

  /** The pairs as the records stand now. */
  brought(db: Source) {
    const now = this.#last.then(() => this.#bring(db));
    this.#last = now.catch(() => undefined);
    return now;
  }

  async #bring(db: Source) {
    const { come, gone } = await changesSince(db, this.#kind, this.#records);
    for (const { row } of gone) this.#records.delete(row.id);
    for (const record of come) this.#records.set(record.row.id, record);
    let since = performance.now();
    for (const _ of this.#pairs.replace(gone, come)) {
      if (performance.now() - since < TURN) continue;
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    return this.#pairs.list();
  }
}

const keptPairs = new Kept((kind) => new KeptPairs(kind));

/** What came and went among a kind's records, whoever wrote it; one that changed does both. */
async function changesSince(db: Source, kind: MergeableKind, known: ReadonlyMap<string, KeptRecord>) {
  const table = kind as 'people';
  const rows = await db.selectFrom(table).select(['id', 'version', 'updated_at']).orderBy('id').execute();
  const stamps = new Map(rows.map(({ id, version, updated_at }) => [id, `${version} ${updated_at}`]));
  const changed = [...stamps].filter(([id, stamp]) => known.get(id)?.stamp !== stamp);
  const ids = changed.map(([id]) => id);
  const come: KeptRecord[] = [];
  for (let from = 0; from < ids.length; from += SLICE)
    for (const row of await namedRows(db, kind, ids.slice(from, from + SLICE)))
      come.push(recordOf(row, stamps.get(row.id)!));
  const changedIds = new Set(ids);
  const gone = [...known.values()].filter(({ row }) => !stamps.has(row.id) || changedIds.has(row.id));
  return { come, gone };
}

/** A record to be, by what it is called; of a territory, by its code as well. */
export interface ToBeNamed extends Pick<Named, 'names' | 'acronyms'> {
  code?: string | undefined;
}

/** Records shown at most. */
const MOST_LIKELY = 5;

const keptNames = new Kept(() => ({
  duplicates: new Duplicates([]),
  records: new Map<string, KeptRecord>(),
}));

/**
 * The records that one to be is likely to be already, across spellings and scripts, the likest first. Names stay
 * indexed by their words as long as the database is open, and only what changed is read again: no pairs of others are
 * compared.
 */
export async function listLikely(
  db: Source,
  kind: MergeableKind,
  { code, ...called }: ToBeNamed,
): Promise<{ record: NamedRow; like: Likeness }[]> {
  const index = keptNames.with(db, kind);
  const { come, gone } = await changesSince(db, kind, index.records);
  // Nothing is awaited from here on, so that two who ask at once leave the index whole.
  for (const { row } of [...gone, ...come]) {
    const before = index.records.get(row.id);
    if (before) index.duplicates.remove(before);
    index.records.delete(row.id);
  }
  for (const record of come) {
    index.records.set(record.row.id, record);
    index.duplicates.add(record);
  }
  return index.duplicates
    .likenesses({ slug: '', ...called })
    .map(({ record, like }) => ({ record: (record as KeptRecord).row, like }))
    .filter(({ record }) => !code || !record.code || !codesClash(code, record.code))
    .slice(0, MOST_LIKELY);
}

async function namedRows(db: Source, kind: MergeableKind, ids: readonly string[]) {
  const rows = await db
    .selectFrom(kind as 'people')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows as unknown as (AnyNamed & { [column: string]: string | null | undefined })[];
}

function recordOf(
  row: AnyNamed & { [column: string]: string | null | undefined },
  stamp: string,
): KeptRecord {
  const { id, slug, name_fr, name_ar, name_en, name_original, code } = row;
  const texts = (field: string) => locales.flatMap((locale) => row[`${field}_${locale}`] ?? []);
  return {
    slug,
    names: texts('name'),
    acronyms: texts('acronym'),
    row: { id, slug, name_fr, name_ar, name_en, name_original, ...(code !== undefined && { code }) },
    stamp,
  };
}
