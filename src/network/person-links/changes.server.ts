import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { readAccount } from '../accounts/queries.server.ts';
import { listDeciders } from '../memberships/queries.server.ts';
import { notify } from '../notices/changes.server.ts';
import { mayManageAccounts } from '../policy.ts';
import { personLink, type PersonLink } from './schema.ts';

/**
 * Says which public person an account is, or that it is none, and answers with that whatever it proposed itself. A
 * person is one account's at most. Both records stay as they are; only their link goes when the account is erased.
 */
export function linkPerson(target: Target, actor: Actor, input: PersonLink, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: mayManageAccounts(actor), schema: personLink, input },
    async (tx, { id, version, personId = null }): Promise<{ id: string } | Refusal> => {
      const account = await readAccount(tx, id);
      if (!account || account.status === 'erased') return refused(refusals.missing);
      if (personId !== null && (await isLinked(tx, personId, id)))
        return refused('network_problem_person_taken', 'person');
      const values = { person_id: personId, proposed_person_id: null };
      await updateRecord(tx, actor, 'accounts', id, values, { version, clock });
      const record = { kind: 'people', id: personId ?? '' } as const;
      if (personId !== null && personId !== account.person_id)
        await notify(tx, { account: id, kind: 'person-linked', record, once: version, by: actor.id }, clock);
      return { id };
    },
  );
}

/** Proposes oneself as a public person, to be confirmed by who manages accounts; or takes the proposal back. */
export function proposePerson(target: Target, actor: Actor, input: PersonLink, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: actor.id === input.id, schema: personLink, input },
    async (tx, { id, version, personId = null }): Promise<{ id: string } | Refusal> => {
      if (personId !== null && (await isLinked(tx, personId, id)))
        return refused('network_problem_person_taken', 'person');
      await updateRecord(tx, actor, 'accounts', id, { proposed_person_id: personId }, { version, clock });
      if (personId !== null)
        for (const account of await listDeciders(tx, { organisation_id: null })) {
          const record = { kind: 'accounts', id } as const;
          await notify(tx, { account, kind: 'person-proposed', record, once: version, by: id }, clock);
        }
      return { id };
    },
  );
}

/** Whether a public person is another account's. */
async function isLinked(tx: Transaction, personId: string, but: string): Promise<boolean> {
  const other = await tx
    .selectFrom('accounts')
    .select('id')
    .where('person_id', '=', personId)
    .where('id', '!=', but)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
