import { systemActor, type Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { change } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { writeAccount } from '../accounts/changes.server.ts';
import { readAccount } from '../accounts/queries.server.ts';
import type { InvitationRow } from '../invitations/model.ts';
import { holdingInvitation } from '../invitations/queries.server.ts';
import { notify } from '../notices/changes.server.ts';
import { acceptanceInput, type AcceptanceInput } from './schema.ts';

/** Who makes the account of somebody who accepts and has none. */
const program = systemActor('invitation');

/**
 * Takes the role that an invitation offers: whoever holds its link, or the account of its address. Where the address
 * has an account, only that account takes it, signed in; where it has none, the link makes it.
 * @param accountId who is signed in; null for nobody
 * @returns the account that holds the role now
 */
export function acceptInvitation(
  { db, clock }: { db: Database; clock: Clock },
  accountId: string | null,
  input: AcceptanceInput,
) {
  return change(db, { allowed: true, schema: acceptanceInput, input }, async (tx, by) => {
    const found = await holdingInvitation(tx, by, clock());
    if (!found) return refused('network_invitation_worn');
    const { invitation } = found;
    // Without its link an invitation is found by nobody but the account it is for.
    if (by.id !== undefined && (accountId === null || accountId !== found.accountId))
      return refused('network_invitation_worn');
    const taker = await takerOf(tx, found, { accountId, clock });
    if ('ok' in taker) return taker;
    await takeOn(tx, taker.actor, { accountId: taker.id, invitation, clock });
    return { accountId: taker.id };
  });
}

async function takerOf(
  tx: Transaction,
  { invitation, accountId: standing }: { invitation: InvitationRow; accountId: string | null },
  { accountId, clock }: { accountId: string | null; clock: Clock },
): Promise<{ id: string; actor: Actor } | Refusal> {
  if (standing === null) {
    const { personal_name: name, personal_email: email, locale } = invitation;
    return { id: await writeAccount(tx, program, { name, email, locale }, clock), actor: program };
  }
  const account = standing === accountId ? await readAccount(tx, standing) : undefined;
  if (account?.status !== 'active') return refused('network_invitation_sign_in');
  return { id: account.id, actor: { id: account.id, grants: [] } };
}

/** Writes the role, unless it is held already, and closes the invitation. */
async function takeOn(
  tx: Transaction,
  actor: Actor,
  { accountId, invitation, clock }: { accountId: string; invitation: InvitationRow; clock: Clock },
): Promise<void> {
  const { id, version, role, scope, on_id, invited_by } = invitation;
  const held = await tx
    .selectFrom('grants')
    .select('id')
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .where('on_id', '=', on_id)
    .executeTakeFirst();
  if (!held)
    await createRecord(
      tx,
      actor,
      'grants',
      { account_id: accountId, role, scope, on_id, given_by: invited_by },
      clock,
    );
  const values = { status: 'accepted', account_id: accountId } as const;
  await updateRecord(tx, actor, 'invitations', id, values, { version, clock });
  const record = { kind: 'invitations', id } as const;
  await notify(
    tx,
    { account: invited_by, kind: 'invitation-accepted', record, once: invitation.token_hash, by: accountId },
    clock,
  );
}
