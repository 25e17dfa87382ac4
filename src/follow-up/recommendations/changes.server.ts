import type * as v from 'valibot';
import type { LinkRight } from '#network/links/changes.server.ts';
import type { References } from '#network/references/queries.server.ts';
import { removeRecord } from '#network/removals/changes.server.ts';
import type { RemovalInput } from '#network/removals/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { columns } from '#platform/locale/text.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { nextPosition } from '#platform/records/list.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { keepsRegister, mayEditRecommendations } from '../policy.ts';
import { mayEditRecommendation } from '../queries.server.ts';
import { mayLink, unanswered } from './model.ts';
import {
  recommendationInput,
  recommendationUpdate,
  type RecommendationInput,
  type RecommendationUpdate,
} from './schema.ts';

/** Enters a recommendation into the register. */
export function createRecommendation(target: Target, actor: Actor, input: RecommendationInput) {
  const allowed = keepsRegister(actor);
  return change(target, { allowed, schema: recommendationInput, input }, async (tx, values) => {
    if (await isReferenceTaken(tx, values.reference)) return refused(refusals.taken, 'reference');
    const row = { ...(await columnsOf(tx, values)), ...unanswered };
    return { id: await createRecord(tx, actor, 'recommendations', row) };
  });
}

/** Changes a recommendation to the whole input; what is left out of it is emptied. */
export function updateRecommendation(target: Target, actor: Actor, input: RecommendationUpdate) {
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
      await updateRecord(tx, actor, 'recommendations', id, await columnsOf(tx, values), { version });
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
) {
  const allowed = keepsRegister(actor);
  return removeRecord(target, actor, input, { kind: 'recommendations', references, allowed });
}

/** Who links a recommendation with where it comes from, what it concerns and serves, and where it is read. */
export function recommendationLinks(actor: Actor): LinkRight {
  return {
    kind: 'recommendations',
    allowed: mayEditRecommendations(actor),
    within: async (tx, { id, relation }) =>
      mayLink(keepsRegister(actor), relation) && mayEditRecommendation(tx, actor, id),
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

async function isReferenceTaken(db: Source, reference: string, but = ''): Promise<boolean> {
  const found = await db
    .selectFrom('recommendations')
    .select('id')
    .where('reference', '=', reference)
    .where('id', '<>', but)
    .executeTakeFirst();
  return found !== undefined;
}
