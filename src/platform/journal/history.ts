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
