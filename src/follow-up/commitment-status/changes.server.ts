import { listLinksFrom } from '#network/links/queries.server.ts';
import { notify } from '#network/notices/changes.server.ts';
import { systemActor, type Actor } from '#platform/actor/actor.ts';
import { instant, type Clock } from '#platform/clock/clock.ts';
import { dayOf, dueAround, stageOn } from '#platform/clock/due.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { StaleVersion, updateRecord } from '#platform/records/records.server.ts';
import { statusOn } from '../commitments/model.ts';
import { tellOfMove } from '../follows/changes.server.ts';
import { accountsAround } from '../follows/queries.server.ts';
import { closedStages } from '../reports/model.ts';
import { refreshRecommendations } from '../status/changes.server.ts';
import { listAnswering, listDue, listMilestonesDue, listTurningLate, readDue } from './queries.server.ts';

/**
 * Keeps how a commitment stands, by its last validated report and the calendar: asked by whatever changes one of them.
 * The recommendations that it serves follow. Nothing is written where it stands so already.
 * @param quiet those around it are told of what has changed it already
 */
export async function refreshCommitment(
  tx: Transaction,
  actor: Actor,
  id: string,
  clock: Clock,
  { quiet = false } = {},
): Promise<void> {
  const commitment = await tx
    .selectFrom('commitments')
    .select(['id', 'version', 'due_on', 'status', 'last_report_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!commitment) return;
  const last = await tx
    .selectFrom('reports')
    .select(['id', 'status'])
    .where('commitment_id', '=', id)
    .where('stage', 'not in', closedStages)
    .orderBy('period_ends_on', 'desc')
    .orderBy('validated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const status = statusOn(commitment, last?.status ?? null, dayOf(clock()));
  const isMoved = status !== commitment.status;
  const last_report_id = last?.id ?? null;
  if (isMoved || last_report_id !== commitment.last_report_id) {
    const moved = isMoved && { status, status_since: instant(clock) };
    await updateRecord(tx, actor, 'commitments', id, { ...moved, last_report_id }, { clock });
  }
  const served = await listLinksFrom(tx, id, ['implements']);
  const ids = served.map(({ to_id }) => to_id);
  const moved = await refreshRecommendations(tx, actor, ids, clock, { quiet });
  if (!isMoved || quiet) return;
  // Who is told that a recommendation moved by it is not told of the commitment as well.
  const told = new Set<string>();
  for (const one of moved) for (const account of await accountsAround(tx, one)) told.add(account);
  await tellOfMove(tx, actor, { id, status, version: commitment.version + 1 }, told, clock);
}

/** Who writes what the calendar changes. */
const calendar = systemActor('calendar');

/** How often what somebody else is changing at that moment is looked at again. */
const PASSES = 3;

/** Turns late what should have been done, as each day passes. Asked again, it changes nothing twice. */
export async function turnLate(db: Database, clock: Clock): Promise<void> {
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const id of await listTurningLate(db.reader, dayOf(clock())))
      await db
        .transaction((tx) => refreshCommitment(tx, calendar, id, clock))
        .catch((error: unknown) => {
          if (!(error instanceof StaleVersion)) throw error;
        });
}

/**
 * Queues what focal points are to be told of commitments and their milestones: before the day, on it, and once it is
 * past. Asked again, it queues nothing twice.
 */
export async function remindCommitted(db: Database, clock: Clock): Promise<void> {
  const today = dayOf(clock());
  const around = dueAround(today);
  const due = {
    commitments: await listDue(db.reader, around),
    milestones: await listMilestonesDue(db.reader, around),
  };
  for (const kind of ['commitments', 'milestones'] as const)
    for (const id of due[kind]) await db.transaction((tx) => remind(tx, { kind, id }, today, clock));
}

async function remind(
  tx: Transaction,
  record: { kind: 'commitments' | 'milestones'; id: string },
  today: string,
  clock: Clock,
): Promise<void> {
  const found = await readDue(tx, record.kind, record.id);
  const stage = found ? stageOn(found.due, today) : null;
  if (!found || !stage) return;
  const { due, commitment } = found;
  for (const account of await listAnswering(tx, commitment.organisation_id, today))
    await notify(
      tx,
      { account, kind: 'commitment-due', record, about: { stage, due }, once: `${stage} ${due}` },
      clock,
    );
}
