import type { Transaction } from '#platform/database/database.ts';

/** Whether the account administers the whole network. */
export async function administers(tx: Transaction, accountId: string): Promise<boolean> {
  const grant = await tx
    .selectFrom('grants')
    .select('id')
    .where('account_id', '=', accountId)
    .where('role', '=', 'administrator')
    .executeTakeFirst();
  return grant !== undefined;
}
