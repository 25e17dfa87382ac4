import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { notify } from '#network/notices/changes.server.ts';
import { problems } from '#platform/locale/schema.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { mayEditSeries, mayEditWorkshops, publicStatuses } from '../policy.ts';
import { mayEditWorkshop } from '../queries.server.ts';
import { readMissing } from '../readiness/queries.server.ts';
import { dayMoved, isAhead, type StatusColumns, type WorkshopRow } from '../workshops/model.ts';
import { isTimely, isUndone, moveTo, undisturbed, type ToldMove } from './model.ts';
import { listHolders, readFormerState } from './queries.server.ts';
import { statusInput, type StatusInput } from './schema.ts';

/** What a move writes; nothing of the days where they stay. */
type Written = StatusColumns &
  Pick<WorkshopRow, 'status'> &
  Partial<Pick<WorkshopRow, 'starts_on' | 'ends_on'>>;

/**
 * Moves a workshop to another status. Putting it off takes new days (it is then announced for those, and its
 * programme moves with it) or none (they are to come); going public is refused while a page lacks what it needs,
 * and so is a step that the days contradict.
 * @param clock tells whether the meeting is to come
 */
export function changeStatus(target: Target, actor: Actor, input: StatusInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: statusInput,
      input,
      within: (tx, { id }) => mayEditWorkshop(tx, actor, id),
    },
    async (tx, values) => {
      const { id, version, to } = values;
      const workshop = await tx.selectFrom('workshops').selectAll().where('id', '=', id).executeTakeFirst();
      if (!workshop) return refused(refusals.missing);
      if (workshop.version !== version) return refused(refusals.stale);
      const move = moveTo(workshop.status, to);
      if (!move) return refused('events_refused_status', 'to');
      const ahead = isAhead(workshop, clock());
      if (!isUndone(workshop.status, to) && !isTimely(workshop.status, to, ahead))
        return refused(ahead ? 'events_refused_to_come' : 'events_refused_status', 'to');
      if (move.who === 'network' && !mayEditSeries(actor)) return refused(refusals.notAllowed);
      if (move.reasoned && !values.reason) return refused(problems.required, 'reason');
      if (values.startsOn && to !== 'postponed') return refused('events_refused_status', 'startsOn');
      if (publicStatuses.includes(to) && !publicStatuses.includes(workshop.status)) {
        const missing = await readMissing(tx, workshop);
        const [first] = missing.map((field) => ({ field, reason: `events_missing_${field}` }));
        if (first) return refused(first.reason, first.field);
      }
      const written = await writtenBy(tx, workshop, values);
      if (!written) return refused('events_refused_status', 'to');
      await updateRecord(tx, actor, 'workshops', id, written, { version });
      if (written.starts_on) await moveProgramme(tx, actor, workshop, { ...workshop, ...written });
      await tellOf(tx, actor, { before: workshop, after: written, clock });
      return { id, version: version + 1, status: written.status };
    },
  );
}

/** The columns after a move; null where it would lead back to what never stood. */
async function writtenBy(
  tx: Transaction,
  workshop: WorkshopRow,
  { to, reason, language, startsOn, endsOn }: v.InferOutput<typeof statusInput>,
): Promise<Written | null> {
  if (isUndone(workshop.status, to)) {
    const former = await readFormerState(tx, workshop);
    return former.status === to ? former : null;
  }
  const { former_starts_on, former_ends_on } = workshop;
  const said = { reason: reason ?? null, reason_language: language ?? null };
  if (to === 'cancelled') return { ...said, former_starts_on, former_ends_on, status: to };
  if (to === 'postponed') {
    const former = {
      former_starts_on: former_starts_on ?? workshop.starts_on,
      former_ends_on: former_ends_on ?? workshop.ends_on,
    };
    if (!startsOn || !endsOn) return { ...said, ...former, status: to };
    const status =
      workshop.status === 'postponed' ? (await readFormerState(tx, workshop)).status : workshop.status;
    return { ...said, ...former, status, starts_on: startsOn, ends_on: endsOn };
  }
  // What moved it stays said until it is withdrawn.
  if (to === 'draft') return { ...undisturbed, status: to };
  const { reason: kept, reason_language } = workshop;
  return { reason: kept, reason_language, former_starts_on, former_ends_on, status: to };
}

/** Tells those who have a role in a workshop what became of it. */
async function tellOf(
  tx: Transaction,
  actor: Actor,
  { before, after, clock }: { before: WorkshopRow; after: Written; clock: Clock },
): Promise<void> {
  const move = toldMove(before, after);
  if (move === null) return;
  const record = { kind: 'workshops', id: before.id } as const;
  for (const account of await listHolders(tx, before.id))
    await notify(
      tx,
      { account, kind: `workshop-${move}`, record, once: before.version, by: actor.id },
      clock,
    );
}

function toldMove(before: WorkshopRow, after: Written): ToldMove | null {
  if (after.status === 'cancelled') return 'cancelled';
  if (after.starts_on) return 'moved';
  if (after.status === 'postponed') return before.status === 'postponed' ? null : 'postponed';
  return before.status === 'draft' ? 'public' : null;
}

/** The programme keeps its place among the days; what would fall outside of them has no day any more. */
async function moveProgramme(
  tx: Transaction,
  actor: Actor,
  before: WorkshopRow,
  after: WorkshopRow,
): Promise<void> {
  const items = await tx
    .selectFrom('programme_items')
    .select(['id', 'day'])
    .where('workshop_id', '=', before.id)
    .where('day', 'is not', null)
    .execute();
  for (const { id, day } of items) {
    const kept = dayMoved(day!, before, after);
    if (kept !== day) await updateRecord(tx, actor, 'programme_items', id, { day: kept });
  }
}
