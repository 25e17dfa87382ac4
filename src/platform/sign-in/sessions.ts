import type { Transaction } from '../database/database.ts';

/** Ends every session of an account with the change that is the reason, at once on every device. */
export async function endSessions(tx: Transaction, accountId: string): Promise<void> {
  await tx.deleteFrom('sign_in_sessions').where('account_id', '=', accountId).execute();
}
