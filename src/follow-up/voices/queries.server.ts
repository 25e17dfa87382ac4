import { dayIn } from '#platform/clock/due.ts';
import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import { idsLinkedTo } from '#network/links/queries.server.ts';
import type { OrganisationRow } from '#network/organisations/model.ts';
import type { Relation } from '#network/links/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { Tables } from '#platform/database/tables.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { commitmentsOf, type LedCommitment } from '../commitments/queries.server.ts';
import { readableBy } from '../queries.server.ts';
import { orderOfRecommendations } from '../recommendation-views/queries.server.ts';
import type { RecommendationRow } from '../recommendations/model.ts';
import { recommendationsAt } from '../register/queries.server.ts';
import { publicStages, type ReportRow } from '../reports/model.ts';
import type { ResponseRow } from '../responses/model.ts';
import { lastOf, type Movement } from './model.ts';

/** An organisation or a person that may be at the origin of recommendations, with the studies that it carried out. */
export interface Voice {
  id: string;
  studies: readonly string[];
}

/** Who may be at the origin of recommendations: the rule by which it is told when one moves (`follows`). */
export async function readVoice(db: Source, id: string): Promise<Voice> {
  const carried = await idsLinkedTo(db, 'initiatives', [id], ['implementer']);
  return { id, studies: carried.map((row) => row.id) };
}

/** Recommendations that a voice proposed, or that stem from its studies, as the `where` of a query of them. */
function saidBy({ id, studies }: Voice): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'recommendations'>();
  const linked = (relations: readonly Relation[], ids: readonly string[]) =>
    row(
      'recommendations.id',
      'in',
      row
        .selectFrom('links')
        .select('links.from_id')
        .where('links.to_id', 'in', ids)
        .where('links.from_kind', '=', 'recommendations')
        .where('links.relation', 'in', relations),
    );
  return row.or([
    linked(['proposed-by', 'proposing-organisation'], [id]),
    ...(studies.length > 0 ? [linked(['stems-from'], studies)] : []),
  ]);
}

/** How many recommendations that an actor may read a voice is at the origin of. */
export async function countSaid(db: Source, actor: Actor, voice: Voice): Promise<number> {
  const { count } = await db
    .selectFrom('recommendations')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(saidBy(voice))
    .where(readableBy(actor))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Recommendations that an actor may read at whose origin a voice is, each with what last moved; what moved last first. */
export async function listSaid(
  db: Source,
  actor: Actor,
  voice: Voice,
  { offset, limit }: { offset: number; limit: number },
): Promise<(RecommendationRow & { movement: Movement | null })[]> {
  const said = db.selectFrom('recommendations').where(saidBy(voice)).where(readableBy(actor));
  const rows = await said
    .select('recommendations.id')
    .orderBy(orderOfRecommendations({ sort: 'moved' }))
    .limit(limit)
    .offset(offset)
    .execute();
  const ids = rows.map(({ id }) => id);
  const [recommendations, movements] = await Promise.all([
    recommendationsAt(db, ids),
    readMovements(db, actor, ids),
  ]);
  return recommendations.map((row) => ({ ...row, movement: lastOf(movements, row.id) }));
}

/** All that moved some recommendations, as far as an actor may read it. */
async function readMovements(db: Source, actor: Actor, ids: readonly string[]): Promise<Movement[]> {
  if (ids.length === 0) return [];
  const [responses, commitments] = await Promise.all([
    db.selectFrom('responses').selectAll().where('recommendation_id', 'in', ids).execute(),
    commitmentsOf(db, actor, ids),
  ]);
  const [organisations, reports] = await Promise.all([
    listByIds(
      db,
      'organisations',
      responses.map((row) => row.organisation_id),
    ),
    lastReports(db, commitments),
  ]);
  const answers = responses.flatMap((response): Movement[] => {
    const organisation = organisations.find((row) => row.id === response.organisation_id);
    return organisation ? [answered(response, organisation)] : [];
  });
  const kept = commitments.map((commitment): Movement => {
    const report = reports.find((row) => row.id === commitment.last_report_id);
    return report ? reported(commitment, report) : begun(commitment);
  });
  return [...answers, ...kept];
}

const answered = (response: ResponseRow, organisation: OrganisationRow): Movement => ({
  kind: 'answer',
  of: response.recommendation_id,
  on: response.responded_on,
  position: response.position,
  organisation,
});

type Serving = LedCommitment & { other_id: string };

const begun = (commitment: Serving): Movement => ({
  kind: 'commitment',
  of: commitment.other_id,
  on: dayIn(commitment.created_at),
  commitment,
});

const reported = (commitment: Serving, report: ReportRow): Movement => ({
  kind: 'report',
  of: commitment.other_id,
  on: dayIn(report.validated_at!),
  commitment,
  report,
});

/** The last validated report on each of some commitments, which the actor may read. */
async function lastReports(db: Source, commitments: readonly LedCommitment[]): Promise<ReportRow[]> {
  const last = commitments.flatMap(({ last_report_id }) => last_report_id ?? []);
  if (last.length === 0) return [];
  return db
    .selectFrom('reports')
    .selectAll()
    .where('id', 'in', [...new Set(last)])
    .where('stage', 'in', publicStages)
    .where('validated_at', 'is not', null)
    .execute();
}
