import type { Source } from '../database/database.ts';
import type { Row } from '../journal/model.ts';
import { REDACTED } from '../journal/append.ts';
import type { PersonalDataHolder } from './model.ts';

/** The most entries given out at once. */
const MOST = 20_000;

/** What the person changed. It stays, as an erased account's: the records are what they are because of it. */
export const journalHolder: PersonalDataHolder = {
  name: 'journal',
  async export(db, { accountId }) {
    const rows = await db
      .selectFrom('journal')
      .select(['number', 'at', 'kind', 'record_id', 'verb'])
      .where('actor_id', '=', accountId)
      .orderBy('number', 'desc')
      .limit(MOST)
      .execute();
    return [
      {
        name: 'journal',
        rows: rows.map(({ at, kind, record_id, verb }) => ({ at, change: verb, kind, record: record_id })),
      },
    ];
  },
  /** What was said about the account itself: what is left of each change is that there was one. */
  async erase(tx, { accountId }) {
    const rows = await tx
      .selectFrom('journal')
      .select(['number', 'before', 'after'])
      .where('kind', '=', 'accounts')
      .where('record_id', '=', accountId)
      .execute();
    for (const { number, before, after } of rows)
      await tx
        .updateTable('journal')
        .set({ before: bare(before), after: bare(after), touches: JSON.stringify([accountId]) })
        .where('number', '=', number)
        .execute();
  },
  async remains(db, { accountId }) {
    const count = await countOf(db, accountId);
    return count === 0 ? [] : [{ reason: 'network_remains_changes', count }];
  },
};

const kept = new Set(['id', 'version', 'created_at', 'updated_at', 'status']);

function bare(json: string | null): string | null {
  if (json === null) return null;
  const row = JSON.parse(json) as Row;
  const entries = Object.entries(row).map(([column, value]) => [column, kept.has(column) ? value : REDACTED]);
  return JSON.stringify(Object.fromEntries(entries));
}

async function countOf(db: Source, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('journal')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('actor_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
