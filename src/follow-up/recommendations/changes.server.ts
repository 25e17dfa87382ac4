import type * as v from 'valibot';
import type { LinkRight } from '#network/links/changes.server.ts';
import type { TerritoryLevel } from '#network/territories/model.ts';
import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import { removalInput, type RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { refused, type Outcome } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { keepsRegister, mayEditRecommendations } from '../policy.ts';
import { mayEditRecommendation } from '../queries.server.ts';
import { refreshRecommendations } from '../status/changes.server.ts';
import { predecessorsOf } from '../successions/queries.server.ts';
import { decisive, mayLink, unanswered } from './model.ts';
import { listAddressedLevels } from './queries.server.ts';
import {
  recommendationInput,
  recommendationUpdate,
  type RecommendationInput,
  type RecommendationUpdate,
} from './schema.ts';

/** Enters a recommendation into the register. */
export function createRecommendation(
  target: Target,
  actor: Actor,
  input: RecommendationInput,
  clock: Clock = systemClock,
) {
  const allowed = keepsRegister(actor);
  return change(target, { allowed, schema: recommendationInput, input }, (tx, values) =>
    enterRecommendation(tx, actor, values, clock),
  );
}

/** Writes a recommendation that its caller has asked the right for and checked; refused where its reference is taken. */
export async function enterRecommendation(
  tx: Transaction,
  actor: Actor,
  values: v.InferOutput<typeof recommendationInput>,
  clock: Clock = systemClock,
): Promise<Outcome<{ id: string }>> {
  if (await isReferenceTaken(tx, values.reference)) return refused(refusals.taken, 'reference');
  const row = { ...(await columnsOf(tx, values)), ...unanswered };
  const id = await createRecord(tx, actor, 'recommendations', row, clock);
  await replaceLevels(tx, actor, id, values.addressedLevels, clock);
  await refreshRecommendations(tx, actor, [id], clock);
  return { ok: true, id };
}

/** Changes a recommendation to the whole input; what is left out of it is emptied. */
export function updateRecommendation(
  target: Target,
  actor: Actor,
  input: RecommendationUpdate,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayEditRecommendations(actor),
      schema: recommendationUpdate,
      input,
      within: (tx, { id }) => mayEditRecommendation(tx, actor, id),
    },
    async (tx, values) => {
      const { id, version } = values;
      if (await isReferenceTaken(tx, values.reference, id)) return refused(refusals.taken, 'reference');
      const row = await columnsOf(tx, values);
      await updateRecord(tx, actor, 'recommendations', id, row, { version, clock });
      await replaceLevels(tx, actor, id, values.addressedLevels, clock);
      // Who reads it decides whether it takes the place of others for everybody.
      await refreshRecommendations(tx, actor, [id, ...(await predecessorsOf(tx, id))], clock);
      return { id, version: version + 1 };
    },
  );
}

/** Removes a recommendation that nothing refers to. */
export function deleteRecommendation(
  target: Target,
  actor: Actor,
  input: RemovalInput,
  references: References,
  clock: Clock = systemClock,
) {
  const allowed = keepsRegister(actor);
  return change(target, { allowed, schema: removalInput, input }, async (tx, asked) => {
    const before = await predecessorsOf(tx, asked.id);
    const outcome = await removeRecord(tx, actor, asked, {
      kind: 'recommendations',
      references,
      allowed,
      clock,
    });
    if (outcome.ok) await refreshRecommendations(tx, actor, before, clock);
    return outcome;
  });
}

/** Who links a recommendation with where it comes from, what it concerns and serves, and where it is read. */
export function recommendationLinks(actor: Actor, clock: Clock = systemClock): LinkRight {
  return {
    kind: 'recommendations',
    allowed: mayEditRecommendations(actor),
    within: async (tx, { id, relation }) =>
      mayLink(keepsRegister(actor), relation) && mayEditRecommendation(tx, actor, id),
    changed: async (tx, { fromId, relation }) => {
      if (decisive.includes(relation)) await refreshRecommendations(tx, actor, [fromId], clock);
    },
  };
}

async function columnsOf(tx: Transaction, values: v.InferOutput<typeof recommendationInput>) {
  return {
    slug: values.slug,
    reference: values.reference,
    position: values.position ?? (await nextPosition(tx, 'recommendations')),
    ...columns('title', values.title),
    ...columns('text', values.text),
    issued_on: values.issuedOn ?? null,
    source_pages: values.sourcePages || null,
    priority: values.priority ?? null,
    ...columns('priority_reason', values.priorityReason),
    ...columns('beneficiaries', values.beneficiaries),
    visibility: values.visibility,
  };
}

async function replaceLevels(
  tx: Transaction,
  actor: Actor,
  id: string,
  levels: readonly TerritoryLevel[],
  clock: Clock,
): Promise<void> {
  const before = await listAddressedLevels(tx, id);
  for (const row of before)
    if (!levels.includes(row.level)) await deleteRecord(tx, actor, 'addressed_levels', row.id, clock);
  for (const level of new Set(levels))
    if (!before.some((row) => row.level === level))
      await createRecord(tx, actor, 'addressed_levels', { recommendation_id: id, level }, clock);
}

async function isReferenceTaken(db: Source, reference: string, but = ''): Promise<boolean> {
  const found = await db
    .selectFrom('recommendations')
    .select('id')
    .where('reference', '=', reference)
    .where('id', '<>', but)
    .executeTakeFirst();
  return found !== undefined;
}
