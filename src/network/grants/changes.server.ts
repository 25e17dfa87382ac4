import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayGive } from './policy.ts';
import { grantInput, type GrantInput } from './schema.ts';

/** Gives an account a role on the network or on one record; refused where it holds it already. */
export function giveRole(target: Target, actor: Actor, input: GrantInput) {
  return change(
    target,
    { allowed: mayGive(actor, input), schema: grantInput, input },
    async (tx, { accountId, role, scope, on }) => ({
      id: await createRecord(tx, actor, 'grants', {
        account_id: accountId,
        role,
        scope,
        on_id: on,
        given_by: actor.id,
      }),
    }),
  );
}
