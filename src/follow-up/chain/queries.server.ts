import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { readChainRecords, type ChainRecord } from '../chain-records/queries.server.ts';
import { tiedTo } from '../chain-ties/queries.server.ts';
import {
  commitmentsOf,
  countCommitments,
  readableBy as commitmentsReadableBy,
} from '../commitments/queries.server.ts';
import { readableBy } from '../queries.server.ts';
import { publicStages } from '../reports/model.ts';
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

/** What became of all that an actor may read. */
export async function countAhead(db: Source, actor: Actor): Promise<Ahead> {
  const [answers, commitments, reports] = await Promise.all([
    db
      .selectFrom('responses')
      .innerJoin('recommendations', 'recommendations.id', 'responses.recommendation_id')
      .select(({ fn }) => fn.countAll().as('count'))
      .where(readableBy(actor))
      .executeTakeFirstOrThrow(),
    countCommitments(db, actor),
    db
      .selectFrom('reports')
      .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('reports.stage', 'in', publicStages)
      .where(commitmentsReadableBy(actor))
      .executeTakeFirstOrThrow(),
  ]);
  return { answers: Number(answers.count), commitments, reports: Number(reports.count) };
}

/** What became of some recommendations, which the actor may read. Each record is named, so that a page knows it. */
export async function countAheadOf(db: Source, actor: Actor, ids: readonly string[]): Promise<Ahead> {
  if (ids.length === 0) return { answers: 0, commitments: 0, reports: 0 };
  const [answers, served] = await Promise.all([
    db.selectFrom('responses').select('id').where('recommendation_id', 'in', ids).execute(),
    commitmentsOf(db, actor, ids),
  ]);
  const commitments = [...new Set(served.map(({ id }) => id))];
  const reports =
    commitments.length === 0
      ? []
      : await db
          .selectFrom('reports')
          .select('id')
          .where('commitment_id', 'in', commitments)
          .where('stage', 'in', publicStages)
          .execute();
  return { answers: answers.length, commitments: commitments.length, reports: reports.length };
}
