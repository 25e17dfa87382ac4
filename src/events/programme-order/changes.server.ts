import { addDays } from '#platform/clock/local.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { mayEditWorkshops } from '../policy.ts';
import { itemMove, itemPlacement, type ItemMove, type ItemPlacement } from '../programme/schema.ts';
import { mayEditItem } from '../queries.server.ts';
import { hasKnownDays, isWithin, lengthInDays } from '../workshops/model.ts';
import { dayBeside, moveItem, placeOnDay, type Change, type Placed } from './model.ts';

/**
 * Moves an item up or down on its day. With `shift` it exchanges its hours with what it passes, and what follows
 * makes room; without it only the order changes. Moved up from its day's first place, or down from the last, it goes
 * to the day before or after, and keeps its hours; where there is none it stays.
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
        if (!move) {
          if (place === 0) await toDayBeside(tx, actor, before, { id, by });
          break;
        }
        if (move.leavesDay) return refused('events_programme_problem_leaves_day');
        items = items.map((one) => ({ ...one, ...move.changes.get(one.id) }));
      }
      await applyChanges(tx, actor, differences(before, items));
      return { id };
    },
  );
}

/** Moves an item to another day, or to none, with its hours, and into the room of another item where one is named. */
export function placeItem(target: Target, actor: Actor, input: ItemPlacement) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: itemPlacement,
      input,
      within: (tx, { id }) => mayEditItem(tx, actor, id),
    },
    async (tx, { id, day, roomOf, beside, below }) => {
      const item = await tx.selectFrom('programme_items').selectAll().where('id', '=', id).executeTakeFirst();
      if (!item) return refused(refusals.missing);
      const workshop = await daysOf(tx, item.workshop_id);
      if (day !== null && day !== item.day && !isWithin(workshop, day))
        return refused('events_problem_day_outside', 'day');
      const room = roomOf && (await roomAt(tx, item.workshop_id, roomOf));
      if (roomOf && !room) return refused(refusals.missing, 'roomOf');
      const others = (await placedItems(tx, item.workshop_id)).filter((other) => other.id !== id);
      const stays = day === item.day && beside === undefined;
      const place = stays
        ? undefined
        : placeOnDay(others, { day, starts_at: item.starts_at }, beside ? { beside, below } : 'last');
      if (place) await applyChanges(tx, actor, place.others);
      const written = { ...room, ...(place && { day, position: place.position }) };
      if (Object.keys(written).length > 0) await updateRecord(tx, actor, 'programme_items', id, written);
      return { id };
    },
  );
}

async function toDayBeside(
  tx: Transaction,
  actor: Actor,
  items: readonly Placed[],
  { id, by }: { id: string; by: -1 | 1 },
): Promise<void> {
  const item = items.find((one) => one.id === id)!;
  const { workshop_id } = await tx
    .selectFrom('programme_items')
    .select('workshop_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const workshop = await daysOf(tx, workshop_id);
  const own = hasKnownDays(workshop)
    ? Array.from({ length: lengthInDays(workshop) }, (_, index) => addDays(workshop.starts_on, index))
    : [];
  const day = dayBeside([...own, ...items.map((one) => one.day)], item.day, by);
  if (day === undefined) return;
  const others = items.filter((one) => one !== item);
  const place = placeOnDay(others, { day, starts_at: item.starts_at }, by === 1 ? 'first' : 'last');
  await applyChanges(tx, actor, place.others);
  await updateRecord(tx, actor, 'programme_items', id, { day, position: place.position });
}

function daysOf(tx: Transaction, workshopId: string) {
  return tx
    .selectFrom('workshops')
    .select(['starts_on', 'ends_on'])
    .where('id', '=', workshopId)
    .executeTakeFirstOrThrow();
}

function roomAt(tx: Transaction, workshopId: string, id: string) {
  return tx
    .selectFrom('programme_items')
    .select(['room_fr', 'room_ar', 'room_en', 'room_original'])
    .where('id', '=', id)
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst();
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
