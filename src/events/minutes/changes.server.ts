import type { Actor } from '#platform/actor/actor.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayRecordConclusions } from '../policy.ts';
import type { MinutesRow } from './model.ts';
import { mayWriteItem } from './queries.server.ts';
import { minutesInput, type MinutesInput } from './schema.ts';

/** Opens the minutes of a programme item; asked again, it answers those that are there. */
export function openMinutes(target: Target, actor: Actor, input: MinutesInput) {
  return change(
    target,
    {
      allowed: mayRecordConclusions(actor),
      schema: minutesInput,
      input,
      within: (tx, { itemId }) => mayWriteItem(tx, actor, itemId),
    },
    async (tx, { itemId }) => {
      const opened = await tx
        .selectFrom('minutes')
        .select('id')
        .where('item_id', '=', itemId)
        .executeTakeFirst();
      if (opened) return { id: opened.id };
      const item = await tx
        .selectFrom('programme_items')
        .select('workshop_id')
        .where('id', '=', itemId)
        .executeTakeFirst();
      if (!item) return refused(refusals.missing);
      const id = await createRecord(tx, actor, 'minutes', {
        workshop_id: item.workshop_id,
        item_id: itemId,
        status: 'open',
        edition: 1,
        sequence: 0,
      });
      return { id };
    },
  );
}

/** Minutes with their row locked until the transaction ends: what devices write, answers and seals wait for one another. */
export function lockMinutes(tx: Transaction, id: string): Promise<MinutesRow | undefined> {
  return tx
    .updateTable('minutes')
    .set((column) => ({ sequence: column.ref('sequence') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}
