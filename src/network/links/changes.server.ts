import * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { id } from '#platform/locale/schema.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import type { RecordRef } from './model.ts';
import { isRecordThere } from './queries.server.ts';
import { linkInput, type LinkInput } from './schema.ts';

/**
 * Links two records; refused where one of them is missing, or the same link stands already.
 * @param allowed what the capability of the record that the link leads from has answered of this very record
 */
export function createLink(
  target: Target,
  actor: Actor,
  input: LinkInput,
  allowed: boolean = mayEditNetwork(actor),
) {
  return change(target, { allowed, schema: linkInput, input }, async (tx, values) => {
    // The schema has compared both kinds with those that the relation joins.
    const from = values.from as RecordRef;
    const to = values.to as RecordRef;
    if (!(await isRecordThere(tx, from))) return refused(refusals.missing, 'from');
    if (!(await isRecordThere(tx, to))) return refused(refusals.missing, 'to');
    return {
      id: await createRecord(tx, actor, 'links', {
        from_kind: from.kind,
        from_id: from.id,
        relation: values.relation,
        to_kind: to.kind,
        to_id: to.id,
        position: values.position,
      }),
    };
  });
}

const standing = v.object({ id });

/** Takes a link away; `allowed` as for {@link createLink}. */
export function deleteLink(
  target: Target,
  actor: Actor,
  input: v.InferInput<typeof standing>,
  allowed: boolean = mayEditNetwork(actor),
) {
  return change(target, { allowed, schema: standing, input }, async (tx, { id: linkId }) => {
    await deleteRecord(tx, actor, 'links', linkId);
    return { id: linkId };
  });
}
