import type { Actor } from '#platform/actor/actor.ts';
import type { Source, Transaction } from '#platform/database/database.ts';
import type { Answer } from '../minutes-replica/model.ts';
import type { MinutesRow } from '../minutes/model.ts';
import { emptyEntry, type EntryContent, type MinutesEntryRow } from '../minutes-entries/model.ts';

/** A device that has not asked for this long is no longer said to be there, in milliseconds. */
const AWAY_AFTER = 20_000;

/** How often a device that is there is noted anew, in milliseconds: well before it would count as away. */
const NOTED_EVERY = 10_000;

/** Who has minutes open on which device. */
export interface MinutesWriterRow {
  device_id: string;
  minutes_id: string;
  account_id: string;
  entry_id: string | null;
  seen_at: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    minutes_writers: MinutesWriterRow;
  }
}

/** That somebody has minutes open on a device, and where in them they are. */
interface Presence {
  minutesId: string;
  device: string;
  accountId: string;
  entry: string | null;
}

/** Whether it was noted a moment ago that a device has minutes open, with the person where they still are. */
export async function isNoted(
  db: Source,
  { minutesId, device, accountId, entry }: Presence,
  now: Date,
): Promise<boolean> {
  const noted = await db
    .selectFrom('minutes_writers')
    .selectAll()
    .where('minutes_id', '=', minutesId)
    .where('device_id', '=', device)
    .executeTakeFirst();
  const since = new Date(now.getTime() - NOTED_EVERY).toISOString();
  return noted?.account_id === accountId && noted.entry_id === entry && noted.seen_at > since;
}

/** Notes that a device has minutes open. */
export async function noteWriter(
  tx: Transaction,
  { minutesId, device, accountId, entry }: Presence,
  now: Date,
): Promise<void> {
  const row = { account_id: accountId, entry_id: entry, seen_at: now.toISOString() };
  await tx
    .insertInto('minutes_writers')
    .values({ minutes_id: minutesId, device_id: device, ...row })
    .onConflict((conflict) => conflict.columns(['minutes_id', 'device_id']).doUpdateSet(row))
    .execute();
}

/** What happened to minutes since a device last asked. */
export async function readSince(
  db: Source,
  actor: Actor,
  minutes: MinutesRow,
  device: string,
  since: number,
  now: Date,
): Promise<Omit<Answer, 'outcomes'>> {
  const entries = await db
    .selectFrom('minutes_entries')
    .selectAll()
    .where('minutes_id', '=', minutes.id)
    .where('sequence', '>', since)
    .execute();
  const rivals = await db
    .selectFrom('minutes_rivals')
    .leftJoin('accounts', 'accounts.id', 'minutes_rivals.account_id')
    .selectAll('minutes_rivals')
    .select('accounts.personal_name as name')
    .where('minutes_id', '=', minutes.id)
    .where('sequence', '>', since)
    .execute();
  const writers = await db
    .selectFrom('minutes_writers')
    .innerJoin('accounts', 'accounts.id', 'minutes_writers.account_id')
    .select(['accounts.personal_name as name', 'minutes_writers.entry_id as entry'])
    .where('minutes_id', '=', minutes.id)
    .where('device_id', '<>', device)
    .where('seen_at', '>', new Date(now.getTime() - AWAY_AFTER).toISOString())
    .orderBy('accounts.personal_name')
    .execute();
  return {
    sequence: minutes.sequence,
    status: minutes.status,
    edition: minutes.edition,
    entries: entries.map((row) => ({ ...contentOf(row), id: row.id, version: row.version })),
    rivals: rivals.map(({ id, entry_id, field, value, written_at, name, account_id, settled_at }) => ({
      id,
      entry_id,
      field,
      value,
      written_at,
      by: name ?? '',
      mine: account_id === actor.id,
      settled: settled_at !== null,
    })),
    writers,
  };
}

/** What was written of an entry, without what the node keeps of it. */
export function contentOf(row: MinutesEntryRow): EntryContent {
  const fields = Object.keys(emptyEntry) as (keyof EntryContent)[];
  return Object.fromEntries(fields.map((field) => [field, row[field]])) as unknown as EntryContent;
}
