import { NETWORK } from '#platform/actor/actor.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source, Transaction } from '#platform/database/database.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { passage, type Trilingual } from '#platform/locale/text.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { isRecordThere } from '../links/queries.server.ts';
import { kindOf, type GrantRow, type HeldRole } from './model.ts';
import { givenOn } from './policy.ts';

/** Whether what a role is to be held on is there; the network always is. */
export async function isPlaceThere(db: Source, { scope, on }: Omit<HeldRole, 'role'>): Promise<boolean> {
  return scope === NETWORK || isRecordThere(db, { kind: kindOf[scope], id: on });
}

/** The name of what a role is held on, in a language; empty for the network, and for what is gone. */
export async function readPlaceName(
  db: Source,
  { scope, on }: Omit<HeldRole, 'role'>,
  locale: Locale,
): Promise<string> {
  if (scope === NETWORK) return '';
  const [row] = await listByIds(db, kindOf[scope], [on]);
  if (!row) return '';
  const field = scope === 'organisation' || scope === 'territory' ? 'name' : 'title';
  return passage(row as unknown as Trilingual<typeof field>, field, locale)?.text ?? '';
}

/** The roles of some accounts, as far as the actor gives roles: on its own records, or everywhere. */
export async function listRolesOf(
  db: Source,
  actor: Actor,
  accountIds: readonly string[],
): Promise<GrantRow[]> {
  const places = givenOn(actor);
  if (accountIds.length === 0 || places.length === 0) return [];
  return db
    .selectFrom('grants')
    .selectAll()
    .where('account_id', 'in', accountIds)
    .$if(places !== 'every', (query) => query.where('on_id', 'in', places as readonly string[]))
    .orderBy('id')
    .execute();
}

/** Every role of some accounts, whoever asks: the demonstration's own, and one's own. */
export async function listAllRolesOf(db: Source, accountIds: readonly string[]): Promise<GrantRow[]> {
  if (accountIds.length === 0) return [];
  return db.selectFrom('grants').selectAll().where('account_id', 'in', accountIds).orderBy('id').execute();
}

/**
 * Whether somebody besides this account administers the network and may sign in. Two who take the role from one
 * another wait for each other: the second finds what the first has done.
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
