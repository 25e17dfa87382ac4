import type { Database, Source } from '../database/database.ts';
import './model.ts';
import { deviceOf, type Device } from './user-agent.ts';

/** A session of an account, as the account's own list shows it. */
export interface SignedInDevice extends Device {
  id: string;
  since: string;
  /** To the day: a session is renewed once a day at most. */
  lastUsed: string;
}

/** The devices on which an account is signed in, the last used first. */
export async function listDevices(db: Source, accountId: string, now: string): Promise<SignedInDevice[]> {
  const rows = await db
    .selectFrom('sign_in_sessions')
    .select(['id', 'created_at', 'updated_at', 'user_agent'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    since: row.created_at,
    lastUsed: row.updated_at,
    ...deviceOf(row.user_agent),
  }));
}

/** Ends one session of the account. */
export async function endDevice(db: Database, accountId: string, id: string): Promise<void> {
  await db.transaction((tx) =>
    tx.deleteFrom('sign_in_sessions').where('account_id', '=', accountId).where('id', '=', id).execute(),
  );
}

/** Ends every session of the account but one. */
export async function endOtherDevices(db: Database, accountId: string, keepId: string): Promise<void> {
  await db.transaction((tx) =>
    tx.deleteFrom('sign_in_sessions').where('account_id', '=', accountId).where('id', '<>', keepId).execute(),
  );
}
