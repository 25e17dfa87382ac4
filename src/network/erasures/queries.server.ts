import type { Transaction } from '#platform/database/database.ts';

/**
 * Whether somebody besides this account administers the network and may sign in. Two who leave at once wait for
 * each other: the second finds what the first has done.
 */
export async function hasOtherAdministrator(tx: Transaction, accountId: string): Promise<boolean> {
  await tx
    .updateTable('grants')
    .set(({ ref }) => ({ version: ref('version') }))
    .where('role', '=', 'administrator')
    .execute();
  const other = await tx
    .selectFrom('grants')
    .innerJoin('accounts', 'accounts.id', 'grants.account_id')
    .select('accounts.id')
    .where('role', '=', 'administrator')
    .where('accounts.status', '=', 'active')
    .where('accounts.id', '!=', accountId)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

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
