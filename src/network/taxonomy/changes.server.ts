import type * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import type { References } from '../references/queries.server.ts';
import { removeRecord } from '../removals/changes.server.ts';
import type { RemovalInput } from '../removals/schema.ts';
import type { Scheme } from './model.ts';
import { readConcept } from './queries.server.ts';
import { conceptInput, conceptUpdate, type ConceptInput, type ConceptUpdate } from './schema.ts';

/** Records a concept of a taxonomy: an axis, a priority, a goal. */
export function createConcept(target: Target, actor: Actor, input: ConceptInput, clock: Clock = systemClock) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: conceptInput, input },
    async (tx, values) => {
      const { scheme } = values;
      if (await isCodeTaken(tx, scheme, values.code)) return refused(refusals.taken, 'code');
      const row = { scheme, ...(await columnsOf(tx, scheme, values)) };
      return { id: await createRecord(tx, actor, 'concepts', row, clock) };
    },
  );
}

/** Changes a concept to the whole input; it stays in its scheme. */
export function updateConcept(
  target: Target,
  actor: Actor,
  input: ConceptUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    { allowed: mayEditNetwork(actor), schema: conceptUpdate, input },
    async (tx, values) => {
      const { id, version } = values;
      const concept = await readConcept(tx, id);
      if (!concept) return refused(refusals.missing);
      if (await isCodeTaken(tx, concept.scheme, values.code, id)) return refused(refusals.taken, 'code');
      const row = await columnsOf(tx, concept.scheme, values);
      await updateRecord(tx, actor, 'concepts', id, row, { version, clock });
      return { id, version: version + 1 };
    },
  );
}

/** Removes a concept that no record serves. */
export function deleteConcept(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  const allowed = mayEditNetwork(actor);
  return removeRecord(target, actor, input, { kind: 'concepts', references, allowed, clock });
}

async function columnsOf(
  tx: Transaction,
  scheme: Scheme,
  values: Omit<v.InferOutput<typeof conceptInput>, 'scheme'>,
) {
  return {
    slug: values.slug,
    code: values.code,
    position: values.position ?? (await nextPosition(tx, 'concepts', { column: 'scheme', value: scheme })),
    ...columns('name', values.name),
    ...columns('definition', values.definition),
  };
}

async function isCodeTaken(db: Source, scheme: Scheme, code: string, but = ''): Promise<boolean> {
  const found = await db
    .selectFrom('concepts')
    .select('id')
    .where('scheme', '=', scheme)
    .where('code', '=', code)
    .where('id', '<>', but)
    .executeTakeFirst();
  return found !== undefined;
}
