import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { change } from '#platform/records/change.server.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import { linkInput, type LinkInput } from './schema.ts';

/** Links two records; refused where the same link stands already. */
export function createLink(target: Target, actor: Actor, input: LinkInput) {
  return change(target, { allowed: mayEditNetwork(actor), schema: linkInput, input }, async (tx, values) => ({
    id: await createRecord(tx, actor, 'links', {
      from_kind: values.from.kind as RecordKind,
      from_id: values.from.id,
      relation: values.relation,
      to_kind: values.to.kind as RecordKind,
      to_id: values.to.id,
      position: values.position,
    }),
  }));
}
