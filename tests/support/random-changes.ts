import { sql } from 'kysely';
import type { Source, Transaction } from '#platform/database/database.ts';
import type { PublicKind as RecordKind } from './public-kinds.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { tester } from './node.ts';
import type { Random } from './random.ts';
import type { Given } from './random-fields.ts';
import { fieldsOf, references, unique } from './random-records.ts';

export const kinds = Object.keys(fieldsOf) as RecordKind[];
export type Verb = 'create' | 'update' | 'delete';

/** Nothing is deleted that would take more records with it, so that a long run keeps a network to look at. */
const MOST_DELETED = 12;

/** Ids of all records of a kind, the oldest first. */
async function idsOf(db: Source, kind: RecordKind): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(kind)} order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Makes one random change of a kind, in the transaction given.
 * @returns what was done, in words; null where nothing of the kind can be changed so
 */
export async function changeAtRandom(
  tx: Transaction,
  random: Random,
  verb: Verb,
  kind: RecordKind,
): Promise<string | null> {
  const standing = new Map<RecordKind, string[]>();
  for (const each of kinds) standing.set(each, await idsOf(tx, each));
  if (verb !== 'create' && standing.get(kind)!.length === 0) return null;
  const self = verb === 'create' ? undefined : random.pick(standing.get(kind)!);
  const given: Given = {
    ...random,
    id: (of) => {
      const ids = standing.get(of)!;
      if (ids.length === 0) throw new NoneLeft();
      return random.pick(ids);
    },
    maybe: (of) => {
      const older = standing.get(of)!.filter((id) => of !== kind || self === undefined || id < self);
      return older.length > 0 && random.chance(0.7) ? random.pick(older) : null;
    },
  };
  if (verb === 'create') {
    const values = valuesOf(() => Object.assign({}, ...fieldsOf[kind].map((field) => field(given))));
    if (!values || (await isTaken(tx, kind, values))) return null;
    const id = await createRecord(tx, tester, kind, values);
    return `created ${kind} ${id}: ${JSON.stringify(values)}`;
  }
  if (verb === 'update') {
    const values = valuesOf(() => random.pick(fieldsOf[kind])(given));
    if (!values || (await isTaken(tx, kind, values))) return null;
    await updateRecord(tx, tester, kind, self!, values);
    return `updated ${kind} ${self}: ${JSON.stringify(values)}`;
  }
  const referring = await withReferring(tx, kind, self!);
  if (referring.length > MOST_DELETED) return null;
  // Tables refuse to lose what other tables refer to, but not what links lead to.
  const doomed = random.chance(0.8) ? referring : referring.filter(([each]) => each !== 'links');
  if (doomed.length === 0) return null;
  for (const [each, id] of doomed) await deleteRecord(tx, tester, each, id);
  return `deleted ${doomed.map(([each, id]) => `${each} ${id}`).join(', ')}`;
}

/** What a record needs was deleted before, every one of its kind. */
class NoneLeft extends Error {}

function valuesOf(make: () => object): Record<string, unknown> | null {
  try {
    return make() as Record<string, unknown>;
  } catch (error) {
    if (error instanceof NoneLeft) return null;
    throw error;
  }
}

/** Whether another record has the value that only one may have. */
async function isTaken(db: Source, kind: RecordKind, values: object): Promise<boolean> {
  const column = unique[kind];
  if (column === undefined || !(column in values)) return false;
  const value = (values as Record<string, unknown>)[column];
  const { rows } = await sql`select 1 from ${sql.table(kind)} where ${sql.ref(column)} = ${value}`.execute(
    db,
  );
  return rows.length > 0;
}

/** A record after all that refer to it, links included: the order in which they may be deleted. */
async function withReferring(
  db: Source,
  kind: RecordKind,
  id: string,
  found: [RecordKind, string][] = [],
): Promise<[RecordKind, string][]> {
  if (found.some(([, other]) => other === id)) return found;
  for (const [from, column] of references.filter(([, , to]) => to === kind)) {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(from)} where ${sql.ref(column)} = ${id}`.execute(db);
    for (const row of rows) await withReferring(db, from, row.id, found);
  }
  if (kind !== 'links') {
    const { rows } = await sql<{ id: string }>`
      select id from links where from_id = ${id} or to_id = ${id}`.execute(db);
    for (const row of rows) if (!found.some(([, other]) => other === row.id)) found.push(['links', row.id]);
  }
  found.push([kind, id]);
  return found;
}
