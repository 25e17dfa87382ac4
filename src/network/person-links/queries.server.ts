import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Duty } from '#platform/records/duty.ts';
import { mayManageAccounts } from '../policy.ts';

/** The accounts that say which public person they are, for who confirms it. */
export async function personDuties(db: Source, actor: Actor): Promise<Duty[]> {
  if (!mayManageAccounts(actor)) return [];
  const rows = await db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.proposed_person_id')
    .select(['accounts.id', 'accounts.personal_name', 'accounts.updated_at'])
    .where('accounts.status', '=', 'active')
    .orderBy('accounts.id')
    .execute();
  return rows.map(({ id, personal_name, updated_at }) => ({
    kind: 'person-proposed',
    at: updated_at,
    href: `/accounts/${id}#person`,
    about: personal_name,
  }));
}
