import { notify } from '#network/notices/changes.server.ts';
import { readAccount } from '#network/accounts/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Transaction } from '#platform/database/database.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { listAnswering } from '../commitment-status/queries.server.ts';
import { institutionsOf, openCommitmentsOf, readHandoverFile } from '../handover-files/queries.server.ts';
import { rolesOf, type HandedRole, type HandoverRow } from '../handovers/model.ts';
import { heldRoles, listCoordinators } from '../handovers/queries.server.ts';

/** A role that passes, with the grant that ends by it; none where nobody held it. */
interface Passing {
  role: HandedRole;
  grant: string | null;
}

/** What a handover would pass now: of the roles it names, those that whoever leaves still holds. */
export async function passingRoles(tx: Transaction, handover: HandoverRow): Promise<Passing[]> {
  const roles = rolesOf(handover);
  if (handover.account_id === null) return roles.map((role) => ({ role, grant: null }));
  const held = await heldRoles(tx, handover.account_id, handover);
  return held.filter(({ role }) => roles.includes(role)).map(({ id, role }) => ({ role, grant: id }));
}

/**
 * Passes what a confirmed handover names, within its transaction: the roles, the open actions of whoever leaves, and
 * their unsent forms where they said so. Everything else is owed by who holds the roles, and follows them. Those
 * concerned are told.
 */
export async function transfer(
  tx: Transaction,
  successor: Actor,
  handover: HandoverRow,
  roles: readonly Passing[],
  clock: Clock,
): Promise<void> {
  // Before the roles pass: the file is what whoever leaves may read.
  const { drafts } = await readHandoverFile(tx, handover, clock());
  await passRoles(tx, successor, handover, roles, clock);
  await passActions(tx, successor, handover, clock);
  if (handover.passes_drafts === 1)
    for (const { address } of drafts) await passDraft(tx, handover.account_id!, successor.id, address);
  await tell(tx, successor, handover, clock);
}

async function passRoles(
  tx: Transaction,
  successor: Actor,
  { account_id, scope, on_id }: HandoverRow,
  roles: readonly Passing[],
  clock: Clock,
): Promise<void> {
  const held = await heldRoles(tx, successor.id, { scope, on_id });
  for (const { role, grant } of roles) {
    if (grant !== null) await deleteRecord(tx, successor, 'grants', grant, clock);
    if (held.some((one) => one.role === role)) continue;
    const row = { account_id: successor.id, role, scope, on_id, given_by: account_id ?? successor.id };
    await createRecord(tx, successor, 'grants', row, clock);
  }
}

/** Open actions that whoever leaves was to carry out for the institution pass to the successor, or to the institution. */
async function passActions(
  tx: Transaction,
  successor: Actor,
  { account_id, scope, on_id }: HandoverRow,
  clock: Clock,
): Promise<void> {
  const person = account_id === null ? null : ((await readAccount(tx, account_id))?.person_id ?? null);
  if (person === null) return;
  const next = (await readAccount(tx, successor.id))?.person_id ?? null;
  const own = scope === 'organisation' ? on_id : null;
  const rows = await tx
    .selectFrom('actions')
    .select(['id', 'organisation_id'])
    .where('person_id', '=', person)
    .where('status', '=', 'open')
    .where(({ eb, or }) =>
      or([eb('organisation_id', 'is', null), ...(own === null ? [] : [eb('organisation_id', '=', own)])]),
    )
    .orderBy('id')
    .execute();
  for (const { id, organisation_id } of rows) {
    const organisation = organisation_id ?? own;
    // An action keeps an owner: where the successor is no known person, and no institution takes it, it stays.
    if (next === null && organisation === null) continue;
    await updateRecord(
      tx,
      successor,
      'actions',
      id,
      { person_id: next, organisation_id: organisation },
      { clock },
    );
  }
}

/** An unsent form passes where the successor has not begun the same one. */
async function passDraft(tx: Transaction, from: string, to: string, address: string): Promise<void> {
  const own = await tx
    .selectFrom('form_drafts')
    .select('id')
    .where('account_id', '=', to)
    .where('address', '=', address)
    .executeTakeFirst();
  if (own) return;
  await tx
    .updateTable('form_drafts')
    .set({ account_id: to })
    .where('account_id', '=', from)
    .where('address', '=', address)
    .execute();
}

/** Whoever left, coordinators, and those who answer for institutions that share a commitment. */
async function tell(tx: Transaction, successor: Actor, handover: HandoverRow, clock: Clock): Promise<void> {
  const record = { kind: 'handovers' as const, id: handover.id };
  const near = [handover.account_id, ...(await listCoordinators(tx, handover))];
  for (const account of new Set(near))
    if (account !== null)
      await notify(tx, { account, kind: 'handover-confirmed', record, by: successor.id }, clock);
  const ids = (await institutionsOf(tx, handover)).map(({ id }) => id);
  const shared = await openCommitmentsOf(tx, ids);
  if (shared.length === 0) return;
  const parties = await tx
    .selectFrom('commitment_parties')
    .select('organisation_id')
    .where(
      'commitment_id',
      'in',
      shared.map(({ id }) => id),
    )
    .execute();
  const others = new Set(
    [...shared, ...parties].map(({ organisation_id }) => organisation_id).filter((id) => !ids.includes(id)),
  );
  const partners = new Set(
    (await Promise.all([...others].map((id) => listAnswering(tx, id, dayOf(clock()))))).flat(),
  );
  for (const account of partners)
    if (!near.includes(account))
      await notify(tx, { account, kind: 'handover-partner', record, by: successor.id }, clock);
}
