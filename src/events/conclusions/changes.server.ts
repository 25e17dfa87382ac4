import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayEditWorkshops } from '../policy.ts';
import { mayEditWorkshop } from '../queries.server.ts';
import { conclusionInput, type ConclusionInput } from './schema.ts';

/** Records what a workshop concluded. */
export function createConclusion(target: Target, actor: Actor, input: ConclusionInput) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: conclusionInput,
      input,
      within: (tx, { workshopId }) => mayEditWorkshop(tx, actor, workshopId),
    },
    async (tx, values) => ({
      id: await createRecord(tx, actor, 'conclusions', {
        workshop_id: values.workshopId,
        item_id: values.itemId ?? null,
        position: values.position,
        kind: values.kind,
        ...columns('text', values.text),
      }),
    }),
  );
}
