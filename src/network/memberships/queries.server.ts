import { NETWORK, type Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Duty } from '#platform/records/duty.ts';
import type { MembershipRequestRow } from './model.ts';
import { decidableMemberships } from './policy.ts';

/** How many requests that are decided a list still shows. */
const MOST_DECIDED = 50;

function decidable(db: Source, actor: Actor) {
  const organisations = decidableMemberships(actor);
  return db
    .selectFrom('membership_requests')
    .selectAll()
    .$if(organisations !== 'every', (query) =>
      query.where(
        'organisation_id',
        'in',
        organisations.length > 0 ? (organisations as readonly string[]) : [''],
      ),
    );
}

/** The requests that an actor decides and nobody has decided yet, the oldest first. */
export function listOpenMemberships(db: Source, actor: Actor): Promise<MembershipRequestRow[]> {
  return decidable(db, actor).where('status', '=', 'open').orderBy('created_at').orderBy('id').execute();
}

/** Those that are decided, the latest first. */
export function listDecidedMemberships(db: Source, actor: Actor): Promise<MembershipRequestRow[]> {
  return decidable(db, actor)
    .where('status', '!=', 'open')
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_DECIDED)
    .execute();
}

/** One request, where the actor decides it. */
export function readMembership(
  db: Source,
  actor: Actor,
  id: string,
): Promise<MembershipRequestRow | undefined> {
  return decidable(db, actor).where('id', '=', id).executeTakeFirst();
}

/** The accounts that decide a request: those that run the network, and the focal points of the organisation it names. */
export async function listDeciders(
  db: Source,
  { organisation_id }: Pick<MembershipRequestRow, 'organisation_id'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('grants')
    .select('account_id')
    .distinct()
    .where((where) =>
      where.or([
        where.and([where('scope', '=', NETWORK), where('role', 'in', ['administrator', 'coordinator'])]),
        where.and([where('role', '=', 'focal-point'), where('on_id', '=', organisation_id ?? '')]),
      ]),
    )
    .orderBy('account_id')
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** What an actor owes: requests that wait for a decision. */
export async function membershipDuties(db: Source, actor: Actor): Promise<Duty[]> {
  const requests = await listOpenMemberships(db, actor);
  return requests.map(({ created_at, personal_name }) => ({
    kind: 'membership',
    at: created_at,
    href: '/memberships',
    about: personal_name,
  }));
}
