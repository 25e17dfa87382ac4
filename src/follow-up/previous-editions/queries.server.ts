import type { WorkshopRow } from '#events/workshops/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { commitmentsOf, readableBy } from '../commitments/queries.server.ts';
import { recommendationsLinkedTo } from '../recommendations/queries.server.ts';
import { publicStages } from '../reports/model.ts';
import { inUrgency, previousOf, type Editions } from './model.ts';

/**
 * Where the recommendations stand that the editions before a workshop shared, as far as an actor may read them: the late
 * ones first, each with the commitments that serve it and the latest validated report on each.
 */
export async function readPrevious(db: Source, actor: Actor, { workshop, editions, previous }: Editions) {
  const before: WorkshopRow[] = previousOf({ workshop, editions, previous });
  const linked = await recommendationsLinkedTo(
    db,
    actor,
    before.map(({ id }) => id),
    ['shared-at'],
  );
  const recommendations = inUrgency([...new Map(linked.map((row) => [row.id, row])).values()]);
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
          .where(readableBy(actor))
          .execute();
  return {
    editions: before,
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

export type Previous = Awaited<ReturnType<typeof readPrevious>>;
