import type { Actor } from '#platform/actor/actor.ts';
import type { Source, Target } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { mayEditWorkshops } from '../policy.ts';
import { mayEditItem, mayEditWorkshop } from '../queries.server.ts';
import { isToConfirm, isToReread, takenOver, textsToReread } from './model.ts';
import { confirmationInput, rereadingInput, type ConfirmationInput, type RereadingInput } from './schema.ts';

/** Says that whoever contributed to the edition before contributes to this one, in that role. */
export function confirmContribution(target: Target, actor: Actor, input: ConfirmationInput) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: confirmationInput,
      input,
      within: async (tx, { contributionId }) => {
        const contribution = await read(tx, contributionId);
        return contribution !== undefined && mayEditItem(tx, actor, contribution.item_id);
      },
    },
    async (tx, { contributionId }) => {
      const contribution = await read(tx, contributionId);
      if (!contribution || !isToConfirm(contribution)) return refused(refusals.stale);
      const { id, version } = contribution;
      await updateRecord(tx, actor, 'contributions', id, { copied_from_id: null }, { version });
      return { id };
    },
  );
}

/** Says that a text taken over from the edition before was read again and holds for this one. */
export function confirmText(target: Target, actor: Actor, input: RereadingInput) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: rereadingInput,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, { workshopId, what }) => {
      const workshop = await tx
        .selectFrom('workshops')
        .selectAll()
        .where('id', '=', workshopId)
        .executeTakeFirst();
      if (!workshop) return refused(refusals.missing);
      const texts = textsToReread(workshop);
      const text = texts.find((field) => field === what);
      if (text) {
        const rest = texts.filter((field) => field !== text);
        await updateRecord(tx, actor, 'workshops', workshopId, { taken_over: takenOver(rest) });
        return { id: workshopId };
      }
      const item = await tx
        .selectFrom('programme_items')
        .selectAll()
        .where('id', '=', what)
        .where('workshop_id', '=', workshopId)
        .executeTakeFirst();
      if (!item || !isToReread(item)) return refused(refusals.stale);
      await updateRecord(tx, actor, 'programme_items', item.id, { copied_from_id: null });
      return { id: item.id };
    },
  );
}

function read(db: Source, id: string) {
  return db.selectFrom('contributions').selectAll().where('id', '=', id).executeTakeFirst();
}
