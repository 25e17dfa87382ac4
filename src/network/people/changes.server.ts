import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayAddToNetwork, mayEditNetwork } from '../policy.ts';
import { personInput, personUpdate, type PersonInput, type PersonUpdate } from './schema.ts';

/** Records a person in a public role. */
export function createPerson(target: Target, actor: Actor, input: PersonInput, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: mayAddToNetwork(actor), schema: personInput, input },
    async (tx, values) => ({ id: await createRecord(tx, actor, 'people', columnsOf(values), clock) }),
  );
}

/** Changes a person to the whole input; what is left out of it is emptied. */
export function updatePerson(target: Target, actor: Actor, input: PersonUpdate, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: personUpdate, input },
    async (tx, values) => {
      const { id, version } = values;
      await updateRecord(tx, actor, 'people', id, columnsOf(values), { version, clock });
      return { id, version: version + 1 };
    },
  );
}

function columnsOf(values: v.InferOutput<typeof personInput>) {
  return { slug: values.slug, ...columns('name', values.name) };
}
