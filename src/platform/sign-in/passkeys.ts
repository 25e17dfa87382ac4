import type { Database, Source } from '../database/database.ts';
import './model.ts';

/** A passkey as its owner's list shows it. */
export interface PasskeyLine {
  id: string;
  /** As its owner called it; null where they did not. */
  name: string | null;
  createdAt: string | null;
}

/** The longest name of a passkey, in characters. */
export const LONGEST_PASSKEY_NAME = 60;

/** The passkeys of an account, the oldest first. */
export async function listPasskeys(db: Source, accountId: string): Promise<PasskeyLine[]> {
  const rows = await db
    .selectFrom('passkeys')
    .select(['id', 'name', 'created_at'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, created_at }) => ({ id, name, createdAt: created_at }));
}

/** Calls a passkey of the account by another name. */
export async function namePasskey(db: Database, accountId: string, id: string, name: string): Promise<void> {
  const called = name.trim().slice(0, LONGEST_PASSKEY_NAME);
  if (called === '') return;
  await db.transaction((tx) =>
    tx
      .updateTable('passkeys')
      .set({ name: called })
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .execute(),
  );
}

/** Takes a passkey from the account: it signs in no more. */
export async function removePasskey(db: Database, accountId: string, id: string): Promise<void> {
  await db.transaction((tx) =>
    tx.deleteFrom('passkeys').where('account_id', '=', accountId).where('id', '=', id).execute(),
  );
}
