import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target } from '#platform/database/database.ts';
import { change } from '#platform/records/change.server.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import type { References } from '../references/queries.server.ts';
import { removeRecord } from '../removals/changes.server.ts';
import type { RemovalInput } from '../removals/schema.ts';
import { sourceInput, sourceUpdate, type SourceInput, type SourceUpdate } from './schema.ts';

/** Records where facts are read. */
export function createSource(target: Target, actor: Actor, input: SourceInput, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: sourceInput, input },
    async (tx, values) => ({ id: await createRecord(tx, actor, 'sources', columnsOf(values), clock) }),
  );
}

/** Changes a source to the whole input; what is left out of it is emptied. */
export function updateSource(target: Target, actor: Actor, input: SourceUpdate, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: sourceUpdate, input },
    async (tx, values) => {
      const { id, version } = values;
      await updateRecord(tx, actor, 'sources', id, columnsOf(values), { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Removes a source that no record cites and no figure is from. */
export function deleteSource(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  const allowed = mayEditNetwork(actor);
  return removeRecord(target, actor, input, { kind: 'sources', references, allowed, clock });
}

function columnsOf(values: v.InferOutput<typeof sourceInput>) {
  return {
    title: values.title,
    language: values.language,
    publisher: values.publisher,
    publisher_fr: values.publisherNames?.fr || null,
    publisher_ar: values.publisherNames?.ar || null,
    publisher_en: values.publisherNames?.en || null,
    url: values.url ?? null,
    published_on: values.publishedOn ?? null,
    consulted_on: values.consultedOn,
    licence: values.licence ?? null,
  };
}
