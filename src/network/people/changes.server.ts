import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import { personInput, type PersonInput } from './schema.ts';

/** Records a person in a public role. */
export function createPerson(target: Target, actor: Actor, input: PersonInput) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: personInput, input },
    async (tx, values) => ({
      id: await createRecord(tx, actor, 'people', { slug: values.slug, ...columns('name', values.name) }),
    }),
  );
}
