import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord } from '#platform/records/records.server.ts';
import { notify } from '../notices/changes.server.ts';
import type { GrantRow } from './model.ts';
import { mayGive, mayGiveSomewhere } from './policy.ts';
import { hasOtherAdministrator, isPlaceThere } from './queries.server.ts';
import { grantInput, grantRef, type GrantInput, type GrantRef } from './schema.ts';

/** Gives an account a role on the network or on one record; refused where it holds it already. */
export function giveRole(target: Target, actor: Actor, input: GrantInput, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: mayGive(actor, input), schema: grantInput, input },
    async (tx, { accountId, role, scope, on }) => {
      if (!(await isPlaceThere(tx, { scope, on }))) return refused(refusals.missing, 'on');
      const row = { account_id: accountId, role, scope, on_id: on, given_by: actor.id };
      const id = await createRecord(tx, actor, 'grants', row, clock);
      const record = { kind: 'grants', id } as const;
      const about = { role, scope, on };
      await notify(tx, { account: accountId, kind: 'role-given', record, about, by: actor.id }, clock);
      return { id };
    },
  );
}

/** Takes a role from an account; refused for the last administrator, without whom nobody could give it again. */
export function takeRole(target: Target, actor: Actor, input: GrantRef, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: mayGiveSomewhere(actor), schema: grantRef, input },
    async (tx, { id }): Promise<{ accountId: string } | Refusal> => {
      const grant: GrantRow | undefined = await tx
        .selectFrom('grants')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      // Whoever may not take it doesn't learn whether it is there.
      if (!grant || !mayGive(actor, { ...grant, on: grant.on_id })) return refused(refusals.notAllowed);
      if (grant.role === 'administrator' && !(await hasOtherAdministrator(tx, grant.account_id)))
        return refused('network_problem_last_administrator');
      await deleteRecord(tx, actor, 'grants', id, clock);
      const { account_id: account, role, scope, on_id: on } = grant;
      const record = { kind: 'grants', id } as const;
      await notify(
        tx,
        { account, kind: 'role-taken', record, about: { role, scope, on }, by: actor.id },
        clock,
      );
      return { accountId: grant.account_id };
    },
  );
}
