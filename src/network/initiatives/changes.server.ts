import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import {
  initiativeInput,
  initiativeUpdate,
  outcomeInput,
  type InitiativeInput,
  type InitiativeUpdate,
  type OutcomeInput,
} from './schema.ts';

/** Records an initiative. */
export function createInitiative(target: Target, actor: Actor, input: InitiativeInput) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: initiativeInput, input },
    async (tx, values) => ({ id: await createRecord(tx, actor, 'initiatives', columnsOf(values)) }),
  );
}

/** Changes an initiative to the whole input; what is left out of it is emptied. */
export function updateInitiative(target: Target, actor: Actor, input: InitiativeUpdate) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: initiativeUpdate, input },
    async (tx, values) => {
      const { id, version } = values;
      await updateRecord(tx, actor, 'initiatives', id, columnsOf(values), { version });
      return { id, version: version + 1 };
    },
  );
}

function columnsOf(values: v.InferOutput<typeof initiativeInput>) {
  return {
    slug: values.slug,
    ...columns('name', values.name),
    ...columns('acronym', values.acronym),
    ...columns('summary', values.summary),
    ...columns('aims', values.aims),
    starts_on: values.startsOn ?? null,
    ends_on: values.endsOn ?? null,
    budget_minor: values.budget?.minor ?? null,
    budget_currency: values.budget?.currency ?? null,
  };
}

/** Records a result or a prospect of an initiative. */
export function createOutcome(target: Target, actor: Actor, input: OutcomeInput) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: outcomeInput, input },
    async (tx, values) => ({
      id: await createRecord(tx, actor, 'outcomes', {
        initiative_id: values.initiativeId,
        kind: values.kind,
        position: values.position,
        ...columns('text', values.text),
      }),
    }),
  );
}
