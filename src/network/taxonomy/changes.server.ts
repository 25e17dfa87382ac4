import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import { conceptInput, type ConceptInput } from './schema.ts';

/** Records a concept of a taxonomy: an axis, a priority, a goal. */
export function createConcept(target: Target, actor: Actor, input: ConceptInput) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: conceptInput, input },
    async (tx, values) => ({
      id: await createRecord(tx, actor, 'concepts', {
        slug: values.slug,
        scheme: values.scheme,
        code: values.code,
        position: values.position,
        ...columns('name', values.name),
        ...columns('definition', values.definition),
      }),
    }),
  );
}
