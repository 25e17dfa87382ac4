import { sql } from 'kysely';
import type { Actor } from '../actor/actor.ts';
import { instant, systemClock, type Clock } from '../clock/clock.ts';
import type { Source, Transaction } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { append } from '../journal/append.ts';
import type { Row } from '../journal/model.ts';
import { keepWords } from '../search/keep.ts';
import type { NewRecord, RecordColumns, RecordKind } from './model.ts';
import { newId } from './uuid.ts';

/** Says that somebody else changed the record since the form was filled. */
export class StaleVersion extends Error {
  override name = 'StaleVersion';
}

/** Says that there is no such record, or no longer. */
export class MissingRecord extends Error {
  override name = 'MissingRecord';
}

/** Says that an address belongs, or once belonged, to another record. */
export class AddressTaken extends Error {
  override name = 'AddressTaken';
}

/*
 * Kysely types a query by one table's name; these three functions serve all of them, so inside them a row is a
 * Row. Their signatures give the types back.
 */
type AnyTable = { anything: RecordColumns & Row };

function anyTable(tx: Transaction) {
  return tx as unknown as import('kysely').Transaction<AnyTable>;
}

/** Writes a new record, its address where it has a slug, and the journal entry. @returns its id */
export async function createRecord<Kind extends RecordKind>(
  tx: Transaction,
  actor: Actor,
  kind: Kind,
  values: NewRecord<Kind>,
  clock: Clock = systemClock,
): Promise<string> {
  const now = instant(clock);
  const row: RecordColumns & Row = {
    id: newId(),
    version: 1,
    created_at: now,
    updated_at: now,
    ...given(values),
  };
  if (typeof row['slug'] === 'string') await keepAddress(tx, kind, row['slug'], row.id, now);
  await anyTable(tx)
    .insertInto(kind as 'anything')
    .values(row as never)
    .execute();
  await keepWords(tx, kind, row.id, { before: null, after: row });
  await append(tx, actor, { kind, recordId: row.id, verb: 'create', before: null, after: row }, clock);
  return row.id;
}

/**
 * Changes a record and writes the journal entry. A new slug keeps the old one as a redirect.
 * @param version the version the change was made from; left out where no person saw one.
 * @throws StaleVersion where the record has moved on, MissingRecord where there is none.
 */
export async function updateRecord<Kind extends RecordKind>(
  tx: Transaction,
  actor: Actor,
  kind: Kind,
  id: string,
  values: Partial<NewRecord<Kind>>,
  { version, clock = systemClock }: { version?: number; clock?: Clock } = {},
): Promise<void> {
  const before = await readRow(tx, kind, id);
  if (version !== undefined && before.version !== version) throw new StaleVersion(`${kind} ${id}`);
  const now = instant(clock);
  const changed = given(values);
  const after: RecordColumns & Row = { ...before, ...changed, version: before.version + 1, updated_at: now };
  if (after['slug'] !== before['slug']) await keepAddress(tx, kind, after['slug'] as string, id, now);
  const written = await anyTable(tx)
    .updateTable(kind as 'anything')
    .set({ ...changed, version: after.version, updated_at: now } as never)
    .where('id', '=', id)
    .where('version', '=', before.version)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) throw new StaleVersion(`${kind} ${id}`);
  await keepWords(tx, kind, id, { before, after });
  await append(tx, actor, { kind, recordId: id, verb: 'update', before, after }, clock);
}

/**
 * Deletes a record and writes the journal entry. Its former content stays in the journal, and its addresses
 * stay its own: no other record takes a link that somebody kept.
 */
export async function deleteRecord(
  tx: Transaction,
  actor: Actor,
  kind: RecordKind,
  id: string,
  clock: Clock = systemClock,
): Promise<void> {
  const before = await readRow(tx, kind, id);
  await anyTable(tx)
    .deleteFrom(kind as 'anything')
    .where('id', '=', id)
    .execute();
  await keepWords(tx, kind, id, { before, after: null });
  await append(tx, actor, { kind, recordId: id, verb: 'delete', before, after: null }, clock);
}

/**
 * Writes a deleted record again as it stood, under its own id, with a version that no form has seen, and the journal
 * entry. Its addresses must be its own, or nobody's.
 */
export async function restoreRecord<Kind extends RecordKind>(
  tx: Transaction,
  actor: Actor,
  kind: Kind,
  former: Tables[Kind] & RecordColumns,
  clock: Clock = systemClock,
): Promise<void> {
  const now = instant(clock);
  const row: RecordColumns & Row = { ...former, version: former.version + 1, updated_at: now };
  if (typeof row['slug'] === 'string') await keepAddress(tx, kind, row['slug'], row.id, now);
  await anyTable(tx)
    .insertInto(kind as 'anything')
    .values(row as never)
    .execute();
  await keepWords(tx, kind, row.id, { before: null, after: row });
  await append(tx, actor, { kind, recordId: row.id, verb: 'create', before: null, after: row }, clock);
}

/**
 * Lets addresses of one record lead to another of its kind.
 * @param slugs which; all of them where nothing is said
 * @returns those that were moved
 */
export async function moveAddresses(
  tx: Transaction,
  kind: RecordKind,
  { from, to, slugs }: { from: string; to: string; slugs?: readonly string[] },
): Promise<string[]> {
  const moved = await tx
    .updateTable('addresses')
    .set({ record_id: to })
    .where('kind', '=', kind)
    .where('record_id', '=', from)
    .$if(slugs !== undefined, (query) => query.where('slug', 'in', slugs!))
    .returning('slug')
    .execute();
  return moved.map(({ slug }) => slug).toSorted();
}

/** The id behind an address, current or former; null where there is none. */
export async function resolveAddress(db: Source, kind: RecordKind, slug: string): Promise<string | null> {
  // PostgreSQL's text holds no null character, so no address has one; asked with one, it answers with an error.
  if (slug.includes('\0')) return null;
  const row = await db
    .selectFrom('addresses')
    .select('record_id')
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.record_id ?? null;
}

/** The id of the record of a kind that is cited by a reference; null where there is none. Small letters will do. */
export async function resolveReference(
  db: Source,
  kind: 'recommendations' | 'commitments',
  reference: string,
): Promise<string | null> {
  if (reference.includes('\0')) return null;
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(kind)} where reference in (${reference}, ${reference.toUpperCase()})
    order by reference limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** The values that were given: a column that is absent and one that is undefined mean the same. */
function given(values: object): Row {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

async function readRow(tx: Transaction, kind: RecordKind, id: string): Promise<RecordColumns & Row> {
  const { rows } = await sql<RecordColumns & Row>`
    select * from ${sql.table(kind)} where id = ${id}`.execute(tx);
  if (!rows[0]) throw new MissingRecord(`No record ${id} among ${kind}`);
  return rows[0];
}

/** An address once given stays with its record, so that no link ever leads elsewhere. */
async function keepAddress(
  tx: Transaction,
  kind: string,
  slug: string,
  id: string,
  now: string,
): Promise<void> {
  const holder = await resolveAddress(tx, kind as RecordKind, slug);
  if (holder === id) return;
  if (holder !== null) throw new AddressTaken(`${kind}/${slug}`);
  await tx.insertInto('addresses').values({ kind, slug, record_id: id, created_at: now }).execute();
}

/** An address of a kind that no record has or had: the slug itself, or with a number after it. */
export async function freeSlug(db: Source, kind: RecordKind, slug: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? slug : `${slug.slice(0, 74).replace(/-$/, '')}-${number}`;
    if ((await resolveAddress(db, kind, tried)) === null) return tried;
  }
}
