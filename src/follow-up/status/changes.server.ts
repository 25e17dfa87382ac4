import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import { dayOf } from '#platform/clock/due.ts';
import type { Transaction } from '#platform/database/database.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { tellAround } from '../follows/changes.server.ts';
import { statusOf } from './model.ts';
import { readGrounds, standingOf, firstDueOf } from './queries.server.ts';

/**
 * Brings the status of some recommendations, and when they are due, up to what these follow from, in the transaction of
 * whatever has changed that: an answer, a link, a succession, a commitment; those around a recommendation are told where
 * its status moves.
 * @param quiet they are told of what has changed it already
 * @returns the ids of those whose status moved
 */
export async function refreshRecommendations(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
  clock: Clock = systemClock,
  { quiet = false } = {},
): Promise<string[]> {
  const rows = await listByIds(tx, 'recommendations', ids);
  const grounds = await readGrounds(
    tx,
    rows.map(({ id }) => id),
  );
  const moved: string[] = [];
  for (const row of rows) {
    const { status } = statusOf(standingOf(grounds.get(row.id)!));
    const due_on = firstDueOf(grounds.get(row.id)!);
    const isMoved = status !== row.status;
    if (!isMoved && due_on === row.due_on) continue;
    const kept = { due_on, ...(isMoved && { status, status_since: dayOf(clock()) }) };
    await updateRecord(tx, actor, 'recommendations', row.id, kept, { clock });
    if (!isMoved) continue;
    const told = {
      kind: 'recommendation-moved',
      about: { status },
      once: `${status} ${row.version + 1}`,
    } as const;
    if (!quiet) await tellAround(tx, actor, row.id, told, clock);
    moved.push(row.id);
  }
  return moved;
}
