import type { Source } from '#platform/database/database.ts';
import type { EntryContent, OperationOutcome } from '../minutes-entries/model.ts';

/** One thing that somebody wrote of an entry, and what the entry was after it. */
export interface EntryVersion {
  operation: string;
  /** The version it made; null where it changed nothing. */
  version: number | null;
  outcome: OperationOutcome;
  /** The writer's name; empty where the account was erased. */
  by: string;
  at: string;
  /** The fields it asked for. */
  asked: Partial<EntryContent>;
  /** The whole entry after it; null where it changed nothing. */
  content: EntryContent | null;
}

/** Everything that was written of one entry, the latest first. The caller has asked whether it may be read. */
export async function listVersions(db: Source, minutesId: string, entryId: string): Promise<EntryVersion[]> {
  const rows = await db
    .selectFrom('minutes_operations')
    .leftJoin('accounts', 'accounts.id', 'minutes_operations.account_id')
    .selectAll('minutes_operations')
    .select('accounts.personal_name as name')
    .where('minutes_id', '=', minutesId)
    .where('entry_id', '=', entryId)
    .orderBy('minutes_operations.sequence', 'desc')
    .orderBy('minutes_operations.version', 'desc')
    .execute();
  return rows.map((row) => ({
    operation: row.id,
    version: row.version,
    outcome: row.outcome,
    by: row.name ?? '',
    at: row.written_at,
    asked: (JSON.parse(row.asked) as { set: Partial<EntryContent> }).set,
    content: row.content === null ? null : (JSON.parse(row.content) as EntryContent),
  }));
}

/** What came when the minutes took no more notes, the latest first. The caller may write the minutes. */
export async function listLate(
  db: Source,
  minutesId: string,
): Promise<(Pick<EntryVersion, 'operation' | 'by' | 'at' | 'asked'> & { entry: string })[]> {
  const rows = await db
    .selectFrom('minutes_operations')
    .leftJoin('accounts', 'accounts.id', 'minutes_operations.account_id')
    .select(['minutes_operations.id', 'entry_id', 'written_at', 'asked', 'accounts.personal_name as name'])
    .where('minutes_id', '=', minutesId)
    .where('outcome', '=', 'late')
    .orderBy('minutes_operations.sequence', 'desc')
    .execute();
  return rows.map((row) => ({
    operation: row.id,
    entry: row.entry_id,
    by: row.name ?? '',
    at: row.written_at,
    asked: (JSON.parse(row.asked) as { set: Partial<EntryContent> }).set,
  }));
}
