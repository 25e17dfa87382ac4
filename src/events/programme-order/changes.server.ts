import type { Actor } from '#platform/actor/actor.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { mayEditWorkshops } from '../policy.ts';
import { itemMove, type ItemMove } from '../programme/schema.ts';
import { mayEditItem } from '../queries.server.ts';
import { moveItem, type Change, type Placed } from './model.ts';

/**
 * Moves an item up or down on its day. With `shift` it exchanges its hours with what it passes, and what follows
 * makes room; without it only the order changes. Moved from its day's first or last place, it stays there.
 */
export function reorderItem(target: Target, actor: Actor, input: ItemMove) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: itemMove,
      input,
      within: (tx, { id }) => mayEditItem(tx, actor, id),
    },
    async (tx, { id, by, places, shift }) => {
      const item = await tx
        .selectFrom('programme_items')
        .select('workshop_id')
        .where('id', '=', id)
        .executeTakeFirst();
      if (!item) return refused(refusals.missing);
      const before = await placedItems(tx, item.workshop_id);
      let items = before;
      for (let place = 0; place < places; place += 1) {
        const move = moveItem(items, id, by, shift);
        if (!move) break;
        if (move.leavesDay) return refused('events_programme_problem_leaves_day');
        items = items.map((one) => ({ ...one, ...move.changes.get(one.id) }));
      }
      await applyChanges(tx, actor, differences(before, items));
      return { id };
    },
  );
}

/** A workshop's items as their places are reckoned. */
export function placedItems(db: Source, workshopId: string): Promise<Placed[]> {
  return db
    .selectFrom('programme_items')
    .select(['id', 'position', 'day', 'starts_at', 'ends_at'])
    .where('workshop_id', '=', workshopId)
    .orderBy('position')
    .execute();
}

/** Writes what places change; the caller has checked the rights. */
export async function applyChanges(
  tx: Transaction,
  actor: Actor,
  changes: ReadonlyMap<string, Change>,
): Promise<void> {
  for (const [id, values] of changes) await updateRecord(tx, actor, 'programme_items', id, values);
}

function differences(before: readonly Placed[], after: readonly Placed[]): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const [index, { id, position, starts_at, ends_at }] of after.entries()) {
    const was = before[index]!;
    const isSame = was.position === position && was.starts_at === starts_at && was.ends_at === ends_at;
    if (!isSame) changes.set(id, { position, starts_at, ends_at });
  }
  return changes;
}
