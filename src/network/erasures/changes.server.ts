import * as v from 'valibot';
import { isAdministrator, type Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { id } from '#platform/locale/schema.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { readAccount } from '../accounts/queries.server.ts';
import { hasOtherAdministrator } from '../grants/queries.server.ts';
import { personOf } from '../personal-data/queries.server.ts';
import { administers } from './queries.server.ts';

/**
 * Erases a person: everything that the holders have about the account, and what its deleted rows left in the
 * database's files. Refused for the last administrator, without whom nobody could let anyone in, and for the
 * demonstration's accounts, which are nobody's.
 */
export async function eraseAccount(
  db: Database,
  actor: Actor,
  accountId: string,
  holders: readonly PersonalDataHolder[],
  clock: Clock = systemClock,
) {
  const outcome = await change(
    db,
    {
      allowed: actor.id === accountId || isAdministrator(actor),
      schema: v.object({ accountId: id }),
      input: { accountId },
    },
    async (tx): Promise<object | Refusal> => {
      const account = await readAccount(tx, accountId);
      if (!account || account.status === 'erased') return refused(refusals.missing);
      if (account.demonstration === 1) return refused('network_erasure_demonstration');
      if ((await administers(tx, accountId)) && !(await hasOtherAdministrator(tx, accountId)))
        return refused('network_erasure_last_administrator');
      const person = personOf(account);
      for (const holder of holders) await holder.erase(tx, person, { actor, clock });
      return {};
    },
  );
  if (outcome.ok) await db.sweep();
  return outcome;
}
