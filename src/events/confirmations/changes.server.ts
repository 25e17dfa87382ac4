import type { Actor } from '#platform/actor/actor.ts';
import type { Source, Target } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { mayEditWorkshops } from '../policy.ts';
import { mayEditItem } from '../queries.server.ts';
import { isToConfirm } from './model.ts';
import { confirmationInput, type ConfirmationInput } from './schema.ts';

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

function read(db: Source, id: string) {
  return db.selectFrom('contributions').selectAll().where('id', '=', id).executeTakeFirst();
}
