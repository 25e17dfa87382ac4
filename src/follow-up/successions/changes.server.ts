import { createLink, deleteLink } from '#network/links/changes.server.ts';
import type { Relation } from '#network/links/model.ts';
import { listLinksFrom } from '#network/links/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { done, refused } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { keepsRegister } from '../policy.ts';
import { listAddressedLevels } from '../recommendations/queries.server.ts';
import { refreshRecommendations } from '../status/changes.server.ts';
import { circleOf, referencesIn, successions, type Succession } from './model.ts';
import { historyOf } from './queries.server.ts';
import { successionEnd, successionInput, type SuccessionEnd, type SuccessionInput } from './schema.ts';

/**
 * Says that a recommendation takes the place of others, is a part of one, or unites several. Nothing of those is lost:
 * their texts, links and answers stay where they are, and who reads them is led on. Refused where they would follow
 * one another in a circle, which the refusal names.
 */
export function createSuccession(
  target: Target,
  actor: Actor,
  input: SuccessionInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    { allowed: keepsRegister(actor), schema: successionInput, input },
    async (tx, { id, relation, references, takesOver }) => {
      const rows = await tx
        .selectFrom('recommendations')
        .select(['id', 'reference'])
        .where('id', '=', id)
        .execute();
      if (rows.length === 0) return refused(refusals.missing);
      const named = referencesIn(references);
      const earlier = await tx
        .selectFrom('recommendations')
        .select(['id', 'reference'])
        .where('reference', 'in', named.length > 0 ? named : [''])
        .orderBy('position')
        .orderBy('id')
        .execute();
      const unknown = named.filter((one) => !earlier.some(({ reference }) => reference === one));
      if (named.length === 0 || unknown.length > 0)
        return refused('follow_up_problem_no_such_reference', 'references', {
          references: unknown.join(', '),
        });
      const standing = await listLinksFrom(tx, id, successions);
      const fresh = earlier.filter((one) => !standing.some(({ to_id }) => to_id === one.id));
      if (fresh.length === 0) return refused(refusals.taken, 'references');
      const count = fresh.length + standing.filter((link) => link.relation === relation).length;
      const wrong = wrongCount(relation, count);
      if (wrong) return refused(wrong, 'references');
      const ends = fresh.map((one) => one.id);
      await hold(tx, [id, ...(await historyOf(tx, ends)).keys()]);
      const history = await historyOf(tx, ends);
      for (const one of fresh) {
        const circle = circleOf(id, one.id, history);
        if (circle)
          return refused('follow_up_problem_circle', 'references', { circle: await namesOf(tx, circle) });
      }
      const from = { kind: 'recommendations' as const, id };
      for (const [index, one] of fresh.entries()) {
        const to = { kind: 'recommendations' as const, id: one.id };
        const position = standing.length + index + 1;
        done(await createLink(tx, actor, { from, relation, to, position }, true));
        if (takesOver) await takeOver(tx, actor, one.id, id);
      }
      await refreshRecommendations(tx, actor, [id, ...fresh.map((one) => one.id)], clock);
      return { id };
    },
  );
}

/** Takes a succession back. */
export function deleteSuccession(
  target: Target,
  actor: Actor,
  input: SuccessionEnd,
  clock: Clock = systemClock,
) {
  return change(
    target,
    { allowed: keepsRegister(actor), schema: successionEnd, input },
    async (tx, { id, linkId }) => {
      const links = await listLinksFrom(tx, id, successions);
      const link = links.find((one) => one.id === linkId);
      if (!link) return refused(refusals.missing);
      done(await deleteLink(tx, actor, { id: linkId }, true));
      await refreshRecommendations(tx, actor, [link.to_id], clock);
      return { id };
    },
  );
}

/** A part is of one whole, and uniting takes two at least. */
function wrongCount(relation: Succession, count: number): string | null {
  if (relation === 'unites' && count < 2) return 'follow_up_problem_unites_one';
  if (relation === 'parted-from' && count > 1) return 'follow_up_problem_part_of_several';
  return null;
}

/**
 * Puts those in a queue who say at once what comes after what: two could close a circle that neither sees. Whichever
 * recommendations such a circle leads through, one of them is held by both; all are held in the order of their ids.
 */
async function hold(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of ids.toSorted())
    await tx
      .updateTable('recommendations')
      .set(({ ref }) => ({ version: ref('version') }))
      .where('id', '=', id)
      .execute();
}

async function namesOf(tx: Transaction, ids: readonly string[]): Promise<string> {
  const rows = await tx
    .selectFrom('recommendations')
    .select(['id', 'reference'])
    .where('id', 'in', ids)
    .execute();
  const names = new Map(rows.map((row) => [row.id, row.reference]));
  return ids.map((id) => names.get(id) ?? '').join(' → ');
}

/** What a recommendation has of those it comes after, where it is to have it. */
const taken: readonly Relation[] = [
  'stems-from',
  'shared-at',
  'formulated-in',
  'proposed-by',
  'proposing-organisation',
  'follows-from',
  'addressed-to',
  'concerns',
  'serves',
  'cites',
];

async function takeOver(tx: Transaction, actor: Actor, from: string, to: string): Promise<void> {
  const own = await listLinksFrom(tx, to, taken);
  for (const link of await listLinksFrom(tx, from, taken)) {
    if (own.some(({ relation, to_id }) => relation === link.relation && to_id === link.to_id)) continue;
    const { relation, to_kind, to_id } = link;
    const position = own.filter((one) => one.relation === relation).length + 1;
    const start = { kind: 'recommendations' as const, id: to };
    done(
      await createLink(
        tx,
        actor,
        { from: start, relation, to: { kind: to_kind, id: to_id }, position },
        true,
      ),
    );
    own.push({ ...link, from_id: to, position });
  }
  const levels = await listAddressedLevels(tx, to);
  for (const { level } of await listAddressedLevels(tx, from))
    if (!levels.some((one) => one.level === level))
      await createRecord(tx, actor, 'addressed_levels', { recommendation_id: to, level });
}
