import type { Actor } from '#platform/actor/actor.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { holdBoard } from '../board/changes.server.ts';
import type { BoardEntryRow } from '../board/model.ts';
import { listEntries, mayEditEntry, readEntry } from '../board/queries.server.ts';
import { boardMove, type BoardMove } from '../board/schema.ts';
import { mayEditWorkshops } from '../policy.ts';

/** Moves an entry up or down among those that are not left; at either end it stays. */
export function moveEntry(target: Target, actor: Actor, input: BoardMove) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: boardMove,
      input,
      within: (tx, { id }) => mayEditEntry(tx, actor, id),
    },
    async (tx, { id, by, places }) => {
      const entry = await readEntry(tx, id);
      if (!entry) return refused(refusals.missing);
      await holdBoard(tx, entry.workshop_id);
      const order = await standing(tx, entry.workshop_id);
      const at = order.findIndex((one) => one.id === id);
      if (at < 0) return refused(refusals.stale);
      const [moved] = order.splice(at, 1);
      const place = Math.min(order.length, Math.max(0, at + by * places));
      order.splice(place, 0, moved!);
      await number(tx, actor, order);
      return { id, place: place + 1, count: order.length };
    },
  );
}

/** What stands on a board and is not left, in order. */
export async function standing(tx: Transaction, workshopId: string): Promise<BoardEntryRow[]> {
  const entries = await listEntries(tx, workshopId);
  return entries.filter(({ merged_into_id, status }) => merged_into_id === null && status !== 'left');
}

/** Gives entries the places of their order; the caller holds the board. */
export async function number(tx: Transaction, actor: Actor, order: readonly BoardEntryRow[]): Promise<void> {
  for (const [index, { id, position }] of order.entries())
    if (position !== index + 1) await updateRecord(tx, actor, 'board_entries', id, { position: index + 1 });
}
