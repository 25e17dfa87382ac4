import { listLinksFrom } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { instant, type Clock } from '#platform/clock/clock.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Transaction } from '#platform/database/database.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { statusOn } from '../commitments/model.ts';
import { refreshRecommendations } from '../status/changes.server.ts';

/**
 * Keeps how a commitment stands, by its last validated report and the calendar: asked by whatever changes one of them.
 * The recommendations that it serves follow. Nothing is written where it stands so already.
 */
export async function refreshCommitment(
  tx: Transaction,
  actor: Actor,
  id: string,
  clock: Clock,
): Promise<void> {
  const commitment = await tx
    .selectFrom('commitments')
    .select(['id', 'due_on', 'status', 'last_report_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!commitment) return;
  const last = await tx
    .selectFrom('reports')
    .select(['id', 'status'])
    .where('commitment_id', '=', id)
    .where('stage', 'in', ['validated', 'confirmed'])
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
  await refreshServed(tx, actor, id, clock);
}

/** Keeps how the recommendations stand that a commitment serves. */
async function refreshServed(tx: Transaction, actor: Actor, id: string, clock: Clock): Promise<void> {
  const served = await listLinksFrom(tx, id, ['implements']);
  await refreshRecommendations(
    tx,
    actor,
    served.map(({ to_id }) => to_id),
    clock,
  );
}
