import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import { readRow } from '../references/queries.server.ts';
import { distinctionInput, type DistinctionInput } from './schema.ts';

/** Says that two records are not the same, whatever they are called; they are no longer proposed as duplicates. */
export function distinguish(target: Target, actor: Actor, input: DistinctionInput) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: distinctionInput, input },
    async (tx, { kind, firstId, secondId }) => {
      for (const id of [firstId, secondId])
        if (!(await readRow(tx, kind, id))) return refused(refusals.missing);
      const [first_id, second_id] = [firstId, secondId].toSorted() as [string, string];
      return { id: await createRecord(tx, actor, 'distinctions', { kind, first_id, second_id }) };
    },
  );
}
