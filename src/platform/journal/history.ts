import { sql, type Expression, type SqlBool } from 'kysely';
import type { Source } from '../database/database.ts';
import type { Row, Verb } from './model.ts';

/** One change of a record, for its history. */
export interface PastChange {
  number: number;
  at: string;
  actorId: string;
  verb: Verb;
  before: Row | null;
  after: Row | null;
}

/** The changes of one record, the latest first. */
export async function changesOf(db: Source, recordId: string, most = 200): Promise<PastChange[]> {
  const rows = await db
    .selectFrom('journal')
    .select(['number', 'at', 'actor_id', 'verb', 'before', 'after'])
    .where('record_id', '=', recordId)
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ number, at, actor_id, verb, before, after }) => ({
    number,
    at,
    actorId: actor_id,
    verb,
    before: parsed(before),
    after: parsed(after),
  }));
}

/** A change of a record, or of one that belongs to it. */
export interface BelongingChange extends PastChange {
  kind: string;
  recordId: string;
}

/** A kind of records that belong to others: its column that names the owner, or what itself belongs to one. */
export interface Belonging {
  kind: string;
  column: string;
  through?: { kind: string; column: string };
}

/**
 * The changes of a record and of all that belongs, or once belonged, to it, the latest first.
 * @param before only changes of a smaller number
 * @returns `older`: before which number further ones are, null where there are none.
 */
export async function changesAround(
  db: Source,
  recordId: string,
  belongings: readonly Belonging[],
  { before, most = 200 }: { before?: number | undefined; most?: number } = {},
): Promise<{ changes: BelongingChange[]; older: number | null }> {
  const rows = await db
    .selectFrom('journal')
    .select(['number', 'at', 'actor_id', 'kind', 'record_id', 'verb', 'before', 'after'])
    .where((where) =>
      where.or([
        where('record_id', '=', recordId),
        ...belongings.map((each) => where.and([where('kind', '=', each.kind), belongs(each, recordId)])),
      ]),
    )
    .$if(before !== undefined, (query) => query.where('number', '<', before!))
    .orderBy('number', 'desc')
    .limit(most + 1)
    .execute();
  const changes = rows.slice(0, most).map(({ number, at, kind, verb, record_id, actor_id, ...row }) => ({
    number: Number(number),
    at,
    kind,
    recordId: record_id,
    actorId: actor_id,
    verb,
    before: parsed(row.before),
    after: parsed(row.after),
  }));
  return { changes, older: rows.length > most ? changes.at(-1)!.number : null };
}

/**
 * Whether a change's row names its owner. Rows are kept as `JSON.stringify` writes them, in which a quotation mark
 * within a text is escaped: what is looked for stands nowhere but in that column.
 */
function belongs({ column, through }: Belonging, id: string): Expression<SqlBool> {
  const row = sql<string>`coalesce(journal.after, journal.before)`;
  if (!through) return sql<SqlBool>`${row} like ${`%"${column}":"${id}"%`}`;
  return sql<SqlBool>`exists (
    select 1 from journal as owner
    where owner.kind = ${through.kind} and owner.verb = 'create'
      and owner.after like ${`%"${through.column}":"${id}"%`}
      and ${row} like ${`%"${column}":"`} || owner.record_id || '"%')`;
}

/** A record's row as it stood in one version; undefined where the journal doesn't know that version. */
export async function rowAt(db: Source, recordId: string, version: number): Promise<Row | undefined> {
  const rows = await db
    .selectFrom('journal')
    .select('after')
    .where('record_id', '=', recordId)
    .where('after', 'is not', null)
    .orderBy('number', 'desc')
    .execute();
  for (const { after } of rows) {
    const row = parsed(after);
    if (row?.['version'] === version) return row;
  }
  return undefined;
}

function parsed(json: string | null): Row | null {
  return json === null ? null : (JSON.parse(json) as Row);
}
