import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { readChainRecords, type ChainRecord } from '../chain-records/queries.server.ts';
import { tiedTo } from '../chain-ties/queries.server.ts';
import { countCommitments, readableBy as commitmentsReadableBy } from '../commitments/queries.server.ts';
import { readableBy } from '../queries.server.ts';
import { closedStages, publicStages } from '../reports/model.ts';
import { ChainGrowth, type Chain, type ChainRef } from './model.ts';

/**
 * What leads to a record, and what came of it, as far as an actor may read it; the caller has read the record. What
 * may not be read is passed by nowhere: the chain ends before it, as if nothing were there. One query for each step
 * away from the record, in each direction.
 */
export async function walkChain(db: Source, actor: Actor, root: ChainRef): Promise<Chain> {
  const growth = new ChainGrowth(root);
  for (const direction of ['back', 'onward'] as const) {
    let at: ChainRef[] = [root];
    for (let step = 1; at.length > 0; step += 1)
      at = growth.take(direction, step, await tiedTo(db, actor, direction, at));
  }
  return growth.finished();
}

/** A chain with what a page shows of its records. */
export type ToldChain = Chain & { records: Map<string, ChainRecord> };

/** As {@link walkChain}, with what a page shows of each record. */
export async function readChain(db: Source, actor: Actor, root: ChainRef): Promise<ToldChain> {
  const chain = await walkChain(db, actor, root);
  return { ...chain, records: await readChainRecords(db, chain.nodes) };
}

/** How much became of recommendations: answers, commitments, and validated reports on these. */
export interface Ahead {
  answers: number;
  commitments: number;
  reports: number;
}

/**
 * What became of all that an actor may read: counted as all there is but what hangs from the few that it may not, so
 * that a long history is not walked through.
 */
export async function countAhead(db: Source, actor: Actor): Promise<Ahead> {
  const hiddenRecommendations = db
    .selectFrom('recommendations')
    .select('recommendations.id')
    .where(({ not }) => not(readableBy(actor)));
  const hiddenCommitments = db
    .selectFrom('commitments')
    .select('commitments.id')
    .where(({ not }) => not(commitmentsReadableBy(actor)));
  const [answers, hiddenAnswers, commitments, reports, hiddenReports] = await Promise.all([
    countOf(db.selectFrom('responses').select(({ fn }) => fn.countAll().as('count'))),
    countOf(
      db
        .selectFrom('responses')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('recommendation_id', 'in', hiddenRecommendations),
    ),
    countCommitments(db, actor),
    countOf(
      db
        .selectFrom('reports')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('stage', 'in', publicStages),
    ),
    countOf(
      db
        .selectFrom('reports')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('stage', 'not in', closedStages)
        .where('commitment_id', 'in', hiddenCommitments),
    ),
  ]);
  return { answers: answers - hiddenAnswers, commitments, reports: reports - hiddenReports };
}

async function countOf(query: {
  executeTakeFirstOrThrow(): Promise<{ count: string | number | bigint }>;
}): Promise<number> {
  return Number((await query.executeTakeFirstOrThrow()).count);
}

/**
 * What became of some recommendations, which the actor may read. They and their commitments are named, so that a page
 * knows of what comes to them.
 */
export async function countAheadOf(db: Source, actor: Actor, ids: readonly string[]): Promise<Ahead> {
  if (ids.length === 0) return { answers: 0, commitments: 0, reports: 0 };
  const [answers, served] = await Promise.all([
    countOf(
      db
        .selectFrom('responses')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('recommendation_id', 'in', ids),
    ),
    db
      .selectFrom('links')
      .innerJoin('commitments', 'commitments.id', 'links.from_id')
      .select('commitments.id')
      .distinct()
      .where('links.to_id', 'in', ids)
      .where('links.relation', '=', 'implements')
      .where(commitmentsReadableBy(actor))
      .execute(),
  ]);
  const commitments = served.map(({ id }) => id);
  const reports =
    commitments.length === 0
      ? 0
      : await countOf(
          db
            .selectFrom('reports')
            .select(({ fn }) => fn.countAll().as('count'))
            .where('commitment_id', 'in', commitments)
            .where('stage', 'not in', closedStages),
        );
  return { answers, commitments: commitments.length, reports };
}
