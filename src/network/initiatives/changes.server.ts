import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import type { References } from '../references/queries.server.ts';
import { removeRecord } from '../removals/changes.server.ts';
import type { RemovalInput } from '../removals/schema.ts';
import { readOutcome } from './queries.server.ts';
import {
  initiativeInput,
  initiativeUpdate,
  outcomeInput,
  outcomeUpdate,
  type InitiativeInput,
  type InitiativeUpdate,
  type OutcomeInput,
  type OutcomeUpdate,
} from './schema.ts';

/** Records an initiative. */
export function createInitiative(
  target: Target,
  actor: Actor,
  input: InitiativeInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: initiativeInput, input },
    async (tx, values) => ({ id: await createRecord(tx, actor, 'initiatives', columnsOf(values), clock) }),
  );
}

/** Changes an initiative to the whole input; what is left out of it is emptied. */
export function updateInitiative(
  target: Target,
  actor: Actor,
  input: InitiativeUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: initiativeUpdate, input },
    async (tx, values) => {
      const { id, version } = values;
      await updateRecord(tx, actor, 'initiatives', id, columnsOf(values), { version, clock });
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
export function createOutcome(target: Target, actor: Actor, input: OutcomeInput, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: outcomeInput, input },
    async (tx, values) => {
      const { initiativeId: initiative_id } = values;
      const row = { initiative_id, ...(await outcomeColumns(tx, initiative_id, values)) };
      return { id: await createRecord(tx, actor, 'outcomes', row, clock) };
    },
  );
}

/** Changes a result or a prospect to the whole input; it stays its initiative's. */
export function updateOutcome(
  target: Target,
  actor: Actor,
  input: OutcomeUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: outcomeUpdate, input },
    async (tx, values) => {
      const { id, version } = values;
      const outcome = await readOutcome(tx, id);
      if (!outcome) return refused(refusals.missing);
      const row = await outcomeColumns(tx, outcome.initiative_id, values);
      await updateRecord(tx, actor, 'outcomes', id, row, { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Removes a result or a prospect. */
export function deleteOutcome(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  const allowed = mayEditNetwork(actor);
  return removeRecord(target, actor, input, { kind: 'outcomes', references, allowed, clock });
}

async function outcomeColumns(
  tx: Transaction,
  initiative: string,
  values: Omit<v.InferOutput<typeof outcomeInput>, 'initiativeId'>,
) {
  const among = { column: 'initiative_id', value: initiative };
  return {
    kind: values.kind,
    position: values.position ?? (await nextPosition(tx, 'outcomes', among)),
    ...columns('text', values.text),
  };
}
