import type { Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Source } from '#platform/database/database.ts';
import type { Duty } from '#platform/records/duty.ts';
import { hashOfToken } from '#platform/secrets/token.ts';
import { readAccountOf, readVisitor } from '../accounts/queries.server.ts';
import { givenOn, mayGive } from '../grants/policy.ts';
import { isPlaceThere } from '../grants/queries.server.ts';
import { stateOf, type InvitationRow } from './model.ts';

/** The invitations to whatever the actor gives roles on. */
function givable(db: Source, actor: Actor) {
  const places = givenOn(actor);
  return db
    .selectFrom('invitations')
    .$if(places !== 'every', (query) =>
      query.where('on_id', 'in', places.length > 0 ? (places as readonly string[]) : ['']),
    );
}

/** How many invitations {@link listInvitations} finds on all its pages. */
export async function countInvitations(db: Source, actor: Actor): Promise<number> {
  const { count } = await givable(db, actor)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The invitations to whatever the actor gives roles on, the latest first; a part of the list. */
export function listInvitations(
  db: Source,
  actor: Actor,
  { offset = 0, most = 50 }: { offset?: number; most?: number } = {},
): Promise<InvitationRow[]> {
  return givable(db, actor)
    .selectAll()
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .offset(offset)
    .execute();
}

/** One invitation, where the actor gives its role. */
export async function readInvitation(
  db: Source,
  actor: Actor,
  id: string,
): Promise<InvitationRow | undefined> {
  const row = await db.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirst();
  return row && mayGive(actor, { ...row, on: row.on_id }) ? row : undefined;
}

/**
 * An invitation by its link's token or its id, as long as it holds: it is open, its time is not over, what the role is
 * held on is there, and who sent it may still give the role. With it, the account that its address has.
 */
export async function holdingInvitation(
  db: Source,
  by: { token?: string | undefined; id?: string | undefined },
  at: Date,
): Promise<{ invitation: InvitationRow; accountId: string | null } | undefined> {
  const invitation = await db
    .selectFrom('invitations')
    .selectAll()
    .$if(by.id !== undefined, (query) => query.where('id', '=', by.id!))
    .$if(by.id === undefined, (query) => query.where('token_hash', '=', hashOfToken(by.token ?? '')))
    .executeTakeFirst();
  if (!invitation || stateOf(invitation, at) !== 'open') return undefined;
  const { scope, on_id: on } = invitation;
  if (!(await isPlaceThere(db, { scope, on })) || !(await mayStillGive(db, invitation))) return undefined;
  const account = await readAccountOf(db, invitation.personal_email);
  return { invitation, accountId: account?.id ?? null };
}

async function mayStillGive(db: Source, { invited_by, role, scope, on_id }: InvitationRow): Promise<boolean> {
  if (invited_by.startsWith('system:')) return true;
  const inviter = await readVisitor(db, invited_by);
  return inviter !== undefined && mayGive(inviter.actor, { role, scope, on: on_id });
}

/** The roles that are offered to an address, the soonest to run out first. */
export function listOffers(db: Source, email: string, at: Date): Promise<InvitationRow[]> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('personal_email', '=', email)
    .where('status', '=', 'open')
    .where('expires_at', '>', at.toISOString())
    .orderBy('expires_at')
    .execute();
}

/** What an actor owes: roles offered to it, and invitations of its own that ran out unanswered. */
export async function invitationDuties(db: Source, actor: Actor, clock: Clock): Promise<Duty[]> {
  const now = clock().toISOString();
  const account = await db
    .selectFrom('accounts')
    .select('personal_email')
    .where('id', '=', actor.id)
    .executeTakeFirst();
  if (!account) return [];
  const rows = await db
    .selectFrom('invitations')
    .select(['id', 'personal_name', 'personal_email', 'expires_at', 'role', 'scope', 'on_id'])
    .where('status', '=', 'open')
    .where((where) =>
      where.or([
        where.and([where('personal_email', '=', account.personal_email), where('expires_at', '>', now)]),
        where.and([where('invited_by', '=', actor.id), where('expires_at', '<=', now)]),
      ]),
    )
    .orderBy('expires_at')
    .execute();
  return rows.map(({ id, personal_name, personal_email, expires_at, role, scope, on_id }) =>
    personal_email === account.personal_email && expires_at > now
      ? { kind: 'role', at: expires_at, href: '/my-work#roles', about: { role, scope, on: on_id } }
      : { kind: 'invitation', at: expires_at, href: `/invitations#${id}`, about: personal_name },
  );
}
