import { holdBoard } from '#events/board/changes.server.ts';
import type { ConclusionRow } from '#events/conclusions/model.ts';
import { mayEditWorkshops } from '#events/policy.ts';
import { mayEditWorkshop } from '#events/queries.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { RecordRef, Relation } from '#network/links/model.ts';
import { idsLinkedTo } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Source, Target, Transaction } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { done, refused } from '#platform/records/outcome.ts';
import { enterRecommendation } from '../recommendations/changes.server.ts';
import { sessionsOf } from './queries.server.ts';
import { drawnInput, type DrawnInput } from './schema.ts';

/** What a recommendation takes over from its conclusion, as the conclusion is linked with it. */
const carried: readonly Relation[] = ['proposing-organisation', 'proposed-by', 'serves', 'cites'];

/**
 * Makes a recommendation of a conclusion that was recorded: it follows from the conclusion, was shared at its workshop,
 * formulated in its sessions, and keeps who proposed it, its themes and its sources. Whoever edits the workshop may, as
 * on its board; of one conclusion it is done once.
 */
export function recommendConclusion(
  target: Target,
  actor: Actor,
  input: DrawnInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: mayEditWorkshops(actor),
      schema: drawnInput,
      input,
      within: async (tx, { conclusionId }) => {
        const conclusion = await conclusionAt(tx, conclusionId);
        return conclusion !== undefined && mayEditWorkshop(tx, actor, conclusion.workshop_id);
      },
    },
    async (tx, { conclusionId, ...values }) => {
      const conclusion = await conclusionAt(tx, conclusionId);
      if (!conclusion) return refused(refusals.missing);
      await holdBoard(tx, conclusion.workshop_id);
      if ((await idsLinkedTo(tx, 'recommendations', [conclusionId], ['follows-from'])).length > 0)
        return refused('follow_up_conclusion_problem_taken');
      const entered = await enterRecommendation(tx, actor, values, clock);
      if (entered.ok) await tie(tx, actor, entered.id, conclusion);
      return entered;
    },
  );
}

async function tie(tx: Transaction, actor: Actor, id: string, conclusion: ConclusionRow): Promise<void> {
  const links = await tx
    .selectFrom('links')
    .select(['relation', 'to_kind', 'to_id'])
    .where('from_id', '=', conclusion.id)
    .where('relation', 'in', carried)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const ends: [Relation, RecordRef][] = [
    ['shared-at', { kind: 'workshops', id: conclusion.workshop_id }],
    ['follows-from', { kind: 'conclusions', id: conclusion.id }],
    ...(await sessionsOf(tx, conclusion)).map((item): [Relation, RecordRef] => [
      'formulated-in',
      { kind: 'programme_items', id: item.id },
    ]),
    ...links.map((link): [Relation, RecordRef] => [link.relation, { kind: link.to_kind, id: link.to_id }]),
  ];
  const from = { kind: 'recommendations', id } as const;
  for (const [position, [relation, to]] of ends.entries())
    done(await createLink(tx, actor, { from, relation, to, position }, true));
}

function conclusionAt(db: Source, id: string): Promise<ConclusionRow | undefined> {
  return db.selectFrom('conclusions').selectAll().where('id', '=', id).executeTakeFirst();
}
