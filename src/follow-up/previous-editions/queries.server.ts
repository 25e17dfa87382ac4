import { workshopsLinkedFrom } from '#events/workshops/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { commitmentsOf, readableBy as commitmentsReadableBy } from '../commitments/queries.server.ts';
import { readableBy } from '../queries.server.ts';
import { orderOfRecommendations } from '../recommendation-views/queries.server.ts';
import { countRecommendationsLinkedTo } from '../recommendations/queries.server.ts';
import { recommendationsAt } from '../register/queries.server.ts';
import { publicStages } from '../reports/model.ts';
import { countsOf, previousOf, type Editions } from './model.ts';

/**
 * Where the recommendations stand that the editions before a workshop shared, as far as an actor may read them: how many
 * of each status, and the first of them, the most urgent at the top.
 * @param most how many are told one by one; the rest is counted
 */
export async function readPrevious(db: Source, actor: Actor, around: Editions, most: number) {
  const before = previousOf(around);
  const ids = before.map(({ id }) => id);
  const [rows, shared] = await Promise.all([
    standingsOf(db, actor, ids),
    countRecommendationsLinkedTo(db, actor, ids, ['shared-at']),
  ]);
  const first = rows.slice(0, most).map(({ id }) => id);
  const [recommendations, workshops] = await Promise.all([
    recommendationsAt(db, first),
    workshopsLinkedFrom(db, actor, first, ['shared-at']),
  ]);
  return {
    /** The editions before, the latest first, each with how many recommendations it shared. */
    editions: before.map((edition) => ({ ...edition, shared: shared.get(edition.id) ?? 0 })),
    total: rows.length,
    counts: countsOf(rows),
    /** The instant at which the last of them changed, told one by one or not. */
    updated_at: rows.reduce((last, row) => (row.updated_at > last ? row.updated_at : last), ''),
    recommendations: recommendations.map((recommendation) => ({
      ...recommendation,
      editions: workshops.filter(({ id, other_id }) => other_id === recommendation.id && ids.includes(id)),
    })),
  };
}

export type Previous = Awaited<ReturnType<typeof readPrevious>>;

/** How each stands: a few columns, for there may be many. Each is named, so that a page knows it. */
async function standingsOf(db: Source, actor: Actor, workshopIds: readonly string[]) {
  if (workshopIds.length === 0) return [];
  const shared = db
    .selectFrom('links')
    .select('links.from_id')
    .where('links.relation', '=', 'shared-at')
    .where('links.to_id', 'in', workshopIds);
  return db
    .selectFrom('recommendations')
    .select(['recommendations.id', 'recommendations.status', 'recommendations.updated_at'])
    .where('recommendations.id', 'in', shared)
    .where(readableBy(actor))
    .orderBy(orderOfRecommendations({ sort: 'status' }))
    .execute();
}

/** As {@link readPrevious}, each with the commitments that serve it and the latest validated report on each of these. */
export async function readPreviousInFull(db: Source, actor: Actor, around: Editions, most: number) {
  const { recommendations, ...previous } = await readPrevious(db, actor, around, most);
  const commitments = await commitmentsOf(
    db,
    actor,
    recommendations.map(({ id }) => id),
  );
  const last = [...new Set(commitments.flatMap(({ last_report_id }) => last_report_id ?? []))];
  const reports =
    last.length === 0
      ? []
      : await db
          .selectFrom('reports')
          .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
          .select(['reports.id', 'reports.commitment_id', 'reports.status', 'reports.period_ends_on'])
          .select('reports.updated_at')
          .where('reports.id', 'in', last)
          .where('reports.stage', 'in', publicStages)
          .where(commitmentsReadableBy(actor))
          .execute();
  return {
    ...previous,
    recommendations: recommendations.map((recommendation) => ({
      ...recommendation,
      commitments: commitments
        .filter(({ other_id }) => other_id === recommendation.id)
        .map((commitment) => ({
          ...commitment,
          report: reports.find((report) => report.commitment_id === commitment.id) ?? null,
        })),
    })),
  };
}

export type PreviousInFull = Awaited<ReturnType<typeof readPreviousInFull>>;
