import { linkRecord, unlinkRecord } from '#network/links/changes.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { commitmentLinks } from '../commitments/changes.server.ts';
import { mayCommit } from '../commitments/policy.ts';
import { mayEditCommitment } from '../commitments/queries.server.ts';
import { tellOfCommitment } from '../follows/changes.server.ts';
import { readableBy as recommendationsReadableBy } from '../queries.server.ts';
import { refreshRecommendations } from '../status/changes.server.ts';
import {
  implementationInput,
  implementationSeen,
  type ImplementationInput,
  type ImplementationSeen,
} from './schema.ts';

/** Says that a commitment serves a recommendation, whose status follows. */
export function addImplementation(
  target: Target,
  actor: Actor,
  input: ImplementationInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: implementationInput,
      input,
      within: (tx, { commitmentId }) => mayEditCommitment(tx, actor, commitmentId),
    },
    async (tx, { commitmentId: fromId, reference }) => {
      const found = await tx
        .selectFrom('recommendations')
        .select('id')
        .where('reference', '=', reference)
        .where(recommendationsReadableBy(actor))
        .executeTakeFirst();
      if (!found) return refused('follow_up_problem_no_recommendation', 'reference');
      const asked = { fromId, relation: 'implements', toId: found.id } as const;
      const outcome = await linkRecord(tx, actor, asked, commitmentLinks(actor), clock);
      if (!outcome.ok) return refused(outcome.reason, 'reference');
      const { visibility } = await tx
        .selectFrom('commitments')
        .select('visibility')
        .where('id', '=', fromId)
        .executeTakeFirstOrThrow();
      // What is not public is told as it becomes so.
      const isTold = visibility === 'public';
      await refreshRecommendations(tx, actor, [found.id], clock, { quiet: isTold });
      const served = { recommendationId: found.id, commitmentId: fromId };
      if (isTold) await tellOfCommitment(tx, actor, served, clock);
      return { id: outcome.id };
    },
  );
}

/** Says that a commitment serves a recommendation no more. */
export function removeImplementation(
  target: Target,
  actor: Actor,
  input: ImplementationSeen,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: implementationSeen,
      input,
      within: (tx, { commitmentId }) => mayEditCommitment(tx, actor, commitmentId),
    },
    async (tx, { commitmentId: fromId, linkId }) => {
      const link = await tx
        .selectFrom('links')
        .select('to_id')
        .where('id', '=', linkId)
        .where('from_id', '=', fromId)
        .where('relation', '=', 'implements')
        .executeTakeFirst();
      if (!link) return refused(refusals.missing);
      const outcome = await unlinkRecord(tx, actor, { fromId, linkId }, commitmentLinks(actor));
      if (!outcome.ok) return outcome;
      await refreshRecommendations(tx, actor, [link.to_id], clock);
      return { id: linkId };
    },
  );
}
