import { follow } from '#follow-up/follows/changes.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { addDays } from '#platform/clock/local.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { seeded } from '../../random.ts';
import { initiative, SLUG } from '../workshop/frame.ts';
import { writeCast } from './cast.ts';
import { planCommitments } from './commitments.ts';
import type { Proofs } from './proofs.ts';
import { planRecommendations, planSuccessions, type Setting } from './recommendations.ts';
import { Timeline } from './timeline.ts';

/** How much there is of each in the busy year; recommendations include those that the workshop's plenary adopted. */
export const busyYear = { recommendations: 200, commitments: 900 };
export type YearSizes = typeof busyYear;

/** The same year each time. */
const SEED = 2_018_0425;
/** What waits for its letter is of these days; what came before was told at its time. */
const UNTOLD = 3;

/**
 * Writes a busy year of the register beside the exercise's workshop: recommendations with their answers, commitments
 * with their reports and what was decided of them, as accounts with a role would have, day by day until `today`.
 * @param organisations ids of organisations of the exercise that take part
 */
export async function writeYear(
  tx: Transaction,
  actor: Actor,
  {
    today,
    organisations,
    sizes,
    proofs,
  }: {
    today: string;
    organisations: readonly string[];
    sizes: YearSizes;
    proofs?: Proofs | undefined;
  },
): Promise<void> {
  const regions = (await listTerritories(tx, 'region')).map(({ id }) => id);
  const cast = await writeCast(tx, actor, { regions, organisations });
  const timeline = new Timeline();
  const setting: Setting = {
    tx,
    actor,
    random: seeded(SEED),
    timeline,
    cast,
    today,
    regions,
    proofs,
    ...(await readSurroundings(tx)),
  };
  const adopted = await tx
    .selectFrom('recommendations')
    .innerJoin('links', 'links.from_id', 'recommendations.id')
    .select(['recommendations.id', 'reference'])
    .where('links.to_id', '=', setting.workshop.id)
    .where('links.relation', '=', 'shared-at')
    .orderBy('recommendations.position')
    .execute();
  const asked = planRecommendations(setting, sizes.recommendations, adopted);
  planCommitments(setting, sizes.commitments, asked);
  planSuccessions(setting, asked);
  timeline.on(addDays(today, -2), async (clock) => {
    for (const { id } of asked.slice(0, 5))
      done(await follow(tx, cast.councils[0]!.writer, { kind: 'recommendations', id }, clock));
  });
  await timeline.run(tx, today);
  await settleNotices(tx, addDays(today, -UNTOLD));
}

async function readSurroundings(
  tx: Transaction,
): Promise<Pick<Setting, 'concepts' | 'initiative' | 'workshop'>> {
  const concepts = await tx.selectFrom('concepts').select(['id', 'slug']).execute();
  const { id: initiativeId } = await tx
    .selectFrom('initiatives')
    .select('id')
    .where('slug', '=', initiative.slug)
    .executeTakeFirstOrThrow();
  const { id, starts_on } = await tx
    .selectFrom('workshops')
    .select(['id', 'starts_on'])
    .where('slug', '=', SLUG)
    .executeTakeFirstOrThrow();
  const sessions = await tx
    .selectFrom('programme_items')
    .select('id')
    .where('workshop_id', '=', id)
    .where('kind', '=', 'session')
    .orderBy('position')
    .execute();
  return {
    concepts: new Map(concepts.map((concept) => [concept.slug, concept.id])),
    initiative: initiativeId,
    workshop: { id, day: starts_on, sessions: sessions.map((session) => session.id) },
  };
}

/** Takes as told what happened before a day, as it would have been. */
async function settleNotices(tx: Transaction, day: string): Promise<void> {
  await tx
    .updateTable('notices')
    .set(({ ref }) => ({ settled_at: ref('created_at') }))
    .where('settled_at', 'is', null)
    .where('created_at', '<', `${day}T00:00:00.000Z`)
    .execute();
}
