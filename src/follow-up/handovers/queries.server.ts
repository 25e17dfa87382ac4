import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import { stateOf } from '#network/invitations/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { textOf, type TrilingualText } from '#platform/locale/text.ts';
import { listByIds } from '#platform/records/list.server.ts';
import type { Duty } from '#platform/records/duty.ts';
import { handedRoles, rolesOf, type HandedRole, type HandoverPlace, type HandoverRow } from './model.ts';
import { coordinatedPlaces, coordinates, holdsThere } from './policy.ts';

type HandoversOnly = Pick<Tables, 'handovers'>;

/** The handovers that an actor guides: its own, and those of places that it coordinates. */
export function guidedBy(actor: Actor): Expression<SqlBool> {
  const handover = expressionBuilder<Tables, 'handovers'>();
  const places = coordinatedPlaces(actor);
  if (places === 'every') return handover.lit(true);
  const ways: Expression<SqlBool>[] = [handover('handovers.account_id', '=', actor.id)];
  if (places.length > 0) {
    const within = handover.selectFrom('organisations').select('id').where('territory_id', 'in', places);
    ways.push(handover('handovers.on_id', 'in', places), handover('handovers.on_id', 'in', within));
  }
  return handover.or(ways);
}

/** The handovers by which an actor is to succeed, or has: named, or come by the invitation. */
export function succeededBy(actor: Actor): Expression<SqlBool> {
  const { and, eb, or, selectFrom } = expressionBuilder<HandoversOnly & Tables, 'handovers'>();
  const taken = selectFrom('invitations')
    .select('invitations.id')
    .where('invitations.account_id', '=', actor.id)
    .where('invitations.status', '=', 'accepted');
  return and([
    eb('handovers.status', 'in', ['open', 'confirmed']),
    // Whoever leaves does not succeed themselves, whatever address was invited.
    or([eb('handovers.account_id', 'is', null), eb('handovers.account_id', '<>', actor.id)]),
    or([
      eb('handovers.successor_id', '=', actor.id),
      and([eb('handovers.successor_id', 'is', null), eb('handovers.invitation_id', 'in', taken)]),
    ]),
  ]);
}

/** One handover, where the actor guides it or is its successor. */
export function readHandover(db: Source, actor: Actor, id: string): Promise<HandoverRow | undefined> {
  return db
    .selectFrom('handovers')
    .selectAll()
    .where('id', '=', id)
    .where(({ or }) => or([guidedBy(actor), succeededBy(actor)]))
    .executeTakeFirst();
}

/** What an actor may do with a handover that it has read. */
export async function standingIn(db: Source, actor: Actor, handover: HandoverRow) {
  const isOf = async (scope: Expression<SqlBool>) =>
    (await db
      .selectFrom('handovers')
      .select('id')
      .where('id', '=', handover.id)
      .where(scope)
      .executeTakeFirst()) !== undefined;
  const leaves = handover.account_id === actor.id;
  const guides = await isOf(guidedBy(actor));
  const succeeds = await isOf(succeededBy(actor));
  const isOpen = handover.status === 'open';
  return {
    isOpen,
    leaves,
    guides,
    succeeds,
    /** What the file gathers is read by who guides it until it is settled, then by who holds the roles. */
    readsFile: isOpen || coordinates(actor, await territoryOf(db, handover)) || holdsThere(actor, handover),
  };
}

/** The open handover that an invitation asks somebody to take over by. */
export function handoverOfInvitation(db: Source, invitationId: string): Promise<HandoverRow | undefined> {
  return db
    .selectFrom('handovers')
    .selectAll()
    .where('status', '=', 'open')
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst();
}

/** Who is invited to succeed and has not answered yet, by the handover. */
export async function listInvited(
  db: Source,
  handovers: readonly HandoverRow[],
  now: Date,
): Promise<Map<string, string>> {
  const invitations = await listByIds(
    db,
    'invitations',
    handovers.flatMap(({ invitation_id }) => invitation_id ?? []),
  );
  const open = new Map(
    invitations
      .filter((row) => stateOf(row, now) === 'open')
      .map(({ id, personal_name }) => [id, personal_name]),
  );
  return new Map(
    handovers.flatMap(({ id, status, invitation_id }) => {
      const name = status === 'open' ? open.get(invitation_id ?? '') : undefined;
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
}

/** Those of an actor's handovers, and of the places it coordinates, that are not settled; the latest first. */
export function listOpenHandovers(db: Source, actor: Actor): Promise<HandoverRow[]> {
  return db
    .selectFrom('handovers')
    .selectAll()
    .where('status', '=', 'open')
    .where(({ or }) => or([guidedBy(actor), succeededBy(actor)]))
    .orderBy('id', 'desc')
    .execute();
}

/** The account that is to succeed; null while nobody is named, or an invitation waits. */
export async function successorOf(
  db: Source,
  { account_id, successor_id, invitation_id }: HandoverRow,
): Promise<string | null> {
  if (successor_id !== null || invitation_id === null) return successor_id;
  const invitation = await db
    .selectFrom('invitations')
    .select('account_id')
    .where('id', '=', invitation_id)
    .where('status', '=', 'accepted')
    .executeTakeFirst();
  const taker = invitation?.account_id ?? null;
  return taker === account_id ? null : taker;
}

/** The territory that a place is, or lies in. */
export async function territoryOf(db: Source, { scope, on_id }: HandoverPlace): Promise<string | null> {
  if (scope === 'territory') return on_id;
  const organisation = await db
    .selectFrom('organisations')
    .select('territory_id')
    .where('id', '=', on_id)
    .executeTakeFirst();
  return organisation?.territory_id ?? null;
}

/** The public page of a place, with its name; undefined where it is gone. */
export async function readPlaceAddress(
  db: Source,
  { scope, on_id }: HandoverPlace,
): Promise<{ href: string; name: TrilingualText } | undefined> {
  const noun = scope === 'organisation' ? 'organisations' : 'territories';
  const [row] = await listByIds(db, noun, [on_id]);
  return row && { href: `/${noun}/${row.slug}`, name: textOf(row, 'name') };
}

/** What an account holds in a place of what is handed over, the widest role first. */
export async function heldRoles(
  db: Source,
  accountId: string,
  { scope, on_id }: HandoverPlace,
): Promise<{ id: string; role: HandedRole }[]> {
  const rows = await db
    .selectFrom('grants')
    .select(['id', 'role'])
    .where('account_id', '=', accountId)
    .where('scope', '=', scope)
    .where('on_id', '=', on_id)
    .where('role', 'in', handedRoles)
    .execute();
  const order = (role: string) => handedRoles.indexOf(role as HandedRole);
  return (rows as { id: string; role: HandedRole }[]).toSorted((a, b) => order(a.role) - order(b.role));
}

/** The active accounts that see to handovers of a place: who coordinates the network, or the territory it lies in. */
export async function listCoordinators(db: Source, place: HandoverPlace): Promise<string[]> {
  const territory = await territoryOf(db, place);
  const rows = await db
    .selectFrom('grants')
    .innerJoin('accounts', 'accounts.id', 'grants.account_id')
    .select('grants.account_id')
    .where('accounts.status', '=', 'active')
    .where('grants.role', '=', 'coordinator')
    .where(({ eb, or }) =>
      or([
        eb('grants.scope', '=', 'network'),
        ...(territory === null ? [] : [eb('grants.on_id', '=', territory)]),
      ]),
    )
    .execute();
  return [...new Set(rows.map(({ account_id }) => account_id))].toSorted();
}

/** Active accounts that hold any role in a place, with their names, but one. */
export function listColleagues(db: Source, { scope, on_id }: HandoverPlace, but: string | null) {
  return db
    .selectFrom('accounts')
    .select(['accounts.id', 'accounts.personal_name'])
    .where('accounts.status', '=', 'active')
    .$if(but !== null, (query) => query.where('accounts.id', '<>', but!))
    .where('accounts.id', 'in', ({ selectFrom }) =>
      selectFrom('grants')
        .select('grants.account_id')
        .where('grants.scope', '=', scope)
        .where('grants.on_id', '=', on_id),
    )
    .orderBy('accounts.personal_name')
    .orderBy('accounts.id')
    .execute();
}

/** Whether an account may succeed in a place: it may sign in, and holds a role there. */
export async function isColleague(db: Source, place: HandoverPlace, accountId: string): Promise<boolean> {
  return (await listColleagues(db, place, null)).some(({ id }) => id === accountId);
}

/**
 * Who answers now for what an account did in an institution: whom it was handed over to, and whom they have handed it
 * over to since.
 */
export async function heirOf(db: Source, accountId: string, organisationId: string): Promise<string> {
  const territoryId = await territoryOf(db, { scope: 'organisation', on_id: organisationId });
  const passed = await db
    .selectFrom('handovers')
    .select(['account_id', 'successor_id'])
    .where('status', '=', 'confirmed')
    .where('on_id', 'in', [organisationId, ...(territoryId === null ? [] : [territoryId])])
    .where('account_id', 'is not', null)
    .orderBy('settled_at')
    .orderBy('id')
    .execute();
  let heir = accountId;
  // In the order in which they were confirmed, so that who comes back is not passed over, and none goes in a circle.
  for (const { account_id, successor_id } of passed)
    if (account_id === heir && successor_id !== null) heir = successor_id;
  return heir;
}

/** The handovers that wait for an actor: to find a successor of its own, or to read the file and confirm. */
export async function handoverDuties(db: Source, actor: Actor): Promise<Duty[]> {
  const rows = await db
    .selectFrom('handovers')
    .selectAll()
    .where('status', '=', 'open')
    .where(({ eb, or, and }) =>
      or([
        succeededBy(actor),
        and([
          eb('account_id', '=', actor.id),
          eb('successor_id', 'is', null),
          eb('invitation_id', 'is', null),
        ]),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.account_id === actor.id ? 'handover' : 'handover-confirmation',
    at: row.updated_at,
    href: `/handovers/${row.id}`,
    about: { role: rolesOf(row)[0]!, scope: row.scope, on: row.on_id },
  }));
}
