import type { Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { readAccount } from '../accounts/queries.server.ts';
import { readPerson } from '../people/queries.server.ts';
import { addressedRows, readHeldAccount } from './queries.server.ts';

/** The account, its roles, and the invitations and requests of its address. */
export const networkHolder: PersonalDataHolder = {
  name: 'network',
  export: readHeldAccount,
  async erase(tx, person, { actor, clock }) {
    const { accountId } = person;
    const grants = await tx.selectFrom('grants').select('id').where('account_id', '=', accountId).execute();
    for (const { id } of grants) await deleteRecord(tx, actor, 'grants', id, clock);
    const addressed = addressedRows(tx, person);
    for (const { id } of await addressed.invitations()) await deleteInvitation(tx, actor, id, clock);
    for (const { id } of await addressed.membership_requests()) await deleteRequest(tx, actor, id, clock);
    await updateRecord(
      tx,
      actor,
      'accounts',
      accountId,
      {
        personal_name: '',
        // No address looks like this one, and no two accounts have the same.
        personal_email: `erased:${accountId}`,
        email_verified: 0,
        image: null,
        status: 'erased',
        notices: 'none',
        // Else the public person would still say whose account it was.
        person_id: null,
        proposed_person_id: null,
      },
      { clock },
    );
  },
  async remains(db, { accountId }) {
    const account = await readAccount(db, accountId);
    const person = account?.person_id ? await readPerson(db, account.person_id) : undefined;
    return person ? [{ reason: 'network_remains_person', count: 1, address: `/people/${person.slug}` }] : [];
  },
};

/** Deletes an invitation; the journal keeps no datum of whom it was for. */
export function deleteInvitation(tx: Transaction, actor: Actor, id: string, clock: Clock): Promise<void> {
  return deleteRecord(tx, actor, 'invitations' as RecordKind, id, clock);
}

/** Deletes a membership request, and what the journal kept of it: the reason of a decision may name the person. */
export async function deleteRequest(tx: Transaction, actor: Actor, id: string, clock: Clock): Promise<void> {
  await deleteRecord(tx, actor, 'membership_requests' as RecordKind, id, clock);
  await tx
    .updateTable('journal')
    .set({ before: null, after: null })
    .where('kind', '=', 'membership_requests')
    .where('record_id', '=', id)
    .execute();
}
