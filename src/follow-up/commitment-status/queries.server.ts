import { heldOn, type Actor, type Role } from '#platform/actor/actor.ts';
import { addDays } from '#platform/clock/local.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Source } from '#platform/database/database.ts';
import { listStandIns } from '#network/absences/queries.server.ts';
import { textOf } from '#platform/locale/text.ts';
import type { Duty } from '#platform/records/duty.ts';
import { commitmentStatuses, type CommitmentStatus } from '../commitments/model.ts';

/** Who is reminded of what an institution answers for. */
const answering: readonly Role[] = ['focal-point'];

/** What nobody has to be reminded of, whatever its day. */
const settled: readonly CommitmentStatus[] = ['completed', 'discontinued'];

/** How long before its day a commitment stands among what is to be done, in days. */
const AHEAD = 30;

/**
 * The accounts that answer on a day for an institution's commitments: its focal points, and who stands in for them; where
 * it has none, its alternates, else the focal points of its territory.
 */
export async function listAnswering(db: Source, organisationId: string, day: string): Promise<string[]> {
  const own = { scope: 'organisation', on_id: organisationId } as const;
  const points = await listHolders(db, own, answering);
  if (points.length > 0) {
    const standIns = await listStandIns(db, own, answering, day);
    return [...new Set([...points, ...standIns])].toSorted();
  }
  const alternates = await listHolders(db, own, ['alternate']);
  if (alternates.length > 0) return alternates;
  const organisation = await db
    .selectFrom('organisations')
    .select('territory_id')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  if (!organisation?.territory_id) return [];
  return listHolders(db, { scope: 'territory', on_id: organisation.territory_id }, answering);
}

/** The active accounts that hold one of some roles in a place. */
async function listHolders(
  db: Source,
  { scope, on_id }: { scope: 'organisation' | 'territory'; on_id: string },
  roles: readonly Role[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('grants')
    .innerJoin('accounts', 'accounts.id', 'grants.account_id')
    .select('grants.account_id')
    .where('accounts.status', '=', 'active')
    .where('grants.scope', '=', scope)
    .where('grants.on_id', '=', on_id)
    .where('grants.role', 'in', roles)
    .execute();
  return [...new Set(rows.map(({ account_id }) => account_id))].toSorted();
}

/** What turns late once its day has passed. */
const turning = commitmentStatuses.filter((status) => status !== 'late' && !settled.includes(status));

/** Commitments whose day has passed and that do not say so yet. */
export async function listTurningLate(db: Source, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('commitments')
    .select('id')
    .where('due_on', '<', today)
    .where('status', 'in', turning)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

type Days = { from: string; to: string };

/** Open commitments due between two days, both included. */
export async function listDue(db: Source, { from, to }: Days): Promise<string[]> {
  const rows = await db
    .selectFrom('commitments')
    .select('id')
    .where('due_on', '>=', from)
    .where('due_on', '<=', to)
    .where('status', 'not in', settled)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Milestones that are not reached, of open commitments, due between two days, both included. */
export async function listMilestonesDue(db: Source, { from, to }: Days): Promise<string[]> {
  const rows = await db
    .selectFrom('milestones')
    .innerJoin('commitments', 'commitments.id', 'milestones.commitment_id')
    .select('milestones.id')
    .where('milestones.reached_on', 'is', null)
    .where('milestones.due_on', '>=', from)
    .where('milestones.due_on', '<=', to)
    .where('commitments.status', 'not in', settled)
    .orderBy('milestones.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** An open commitment, with its milestone where that is asked for; undefined where there is nothing to do any more. */
export async function readDue(db: Source, kind: 'commitments' | 'milestones', id: string) {
  const milestone =
    kind === 'milestones'
      ? await db
          .selectFrom('milestones')
          .selectAll()
          .where('id', '=', id)
          .where('reached_on', 'is', null)
          .executeTakeFirst()
      : null;
  if (milestone === undefined) return undefined;
  const commitment = await db
    .selectFrom('commitments')
    .selectAll()
    .where('id', '=', milestone?.commitment_id ?? id)
    .where('status', 'not in', settled)
    .executeTakeFirst();
  if (!commitment) return undefined;
  const due = milestone ? milestone.due_on : commitment.due_on;
  return due === null ? undefined : { commitment, milestone, due };
}

/** What an actor's institutions have to finish soon, or should have, by its day. */
export async function commitmentDuties(db: Source, actor: Actor, now: Date): Promise<Duty[]> {
  const organisations = heldOn(actor, 'organisation', ['focal-point', 'alternate']);
  if (organisations.length === 0) return [];
  const rows = await db
    .selectFrom('commitments')
    .selectAll()
    .where('organisation_id', 'in', organisations)
    .where('status', 'not in', settled)
    .where('due_on', '<=', addDays(dayOf(now), AHEAD))
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: 'commitment',
    at: row.due_on!,
    href: `/commitments/${row.slug}`,
    about: textOf(row, 'title'),
  }));
}
