import type { TerritoryRow } from '#network/territories/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { RecommendationRow, RecommendationStatus } from '../recommendations/model.ts';
import { DEEP, governingTypes } from '../governing/queries.server.ts';
import { silentIn } from '../silences/queries.server.ts';
import { standingIn } from './model.ts';

/** How a recommendation stands in one region, and how many public commitments it has there. */
export interface MatrixCell {
  status: RecommendationStatus | null;
  commitments: number;
}

/** A recommendation with its cells, in the order of the regions. */
export interface MatrixRow {
  recommendation: RecommendationRow;
  cells: MatrixCell[];
}

/** The regions of a matrix: those within the territory that is asked for, else all. */
export function regionsOf(regions: readonly TerritoryRow[], within: readonly string[]): TerritoryRow[] {
  const inside = regions.filter(({ id }) => within.includes(id));
  return inside.length > 0 ? inside : [...regions];
}

/**
 * How some recommendations, which the actor reads, stand in some regions. Only what everybody may read counts, as for
 * the status of a recommendation; nothing but what leads to these recommendations is read.
 */
export async function readMatrix(
  db: Source,
  actor: Actor,
  recommendations: readonly RecommendationRow[],
  regions: readonly TerritoryRow[],
): Promise<MatrixRow[]> {
  if (recommendations.length === 0) return [];
  const ids = recommendations.map(({ id }) => id);
  const [concerned, commitments, answers, silent] = await Promise.all([
    db
      .selectFrom('links')
      .select(['from_id', 'to_id'])
      .where('from_id', 'in', ids)
      .where('relation', '=', 'concerns')
      .where('to_kind', '=', 'territories')
      .execute(),
    readCommitments(db, ids),
    db
      .selectFrom('responses')
      .innerJoin('organisations', 'organisations.id', 'responses.organisation_id')
      .select(['responses.recommendation_id', 'responses.position', 'organisations.territory_id'])
      .where('responses.recommendation_id', 'in', ids)
      .where('organisations.territory_id', 'is not', null)
      .execute(),
    silentIn(db, actor, { recommendations: ids })
      .select(['silent.recommendation_id', 'organisations.territory_id'])
      .where('organisations.territory_id', 'is not', null)
      .execute(),
  ]);
  const isIn = await placed(db, regions, [
    ...concerned.map((row) => row.to_id),
    ...commitments.flatMap((row) => row.territories),
    ...[...answers, ...silent].map((row) => row.territory_id!),
  ]);
  const byId = <Row>(rows: readonly Row[], idOf: (row: Row) => string) => {
    const grouped = Map.groupBy(rows, idOf);
    return (id: string) => grouped.get(id) ?? [];
  };
  const concernedOf = byId(concerned, (row) => row.from_id);
  const commitmentsOf = byId(commitments, (row) => row.recommendation_id);
  const answersOf = byId(answers, (row) => row.recommendation_id);
  const silentOf = byId(silent, (row) => row.recommendation_id);
  return recommendations.map((recommendation) => ({
    recommendation,
    cells: regions.map((region) => {
      const { id, status } = recommendation;
      const own = commitmentsOf(id).filter((row) => row.territories.some((one) => isIn(one, region)));
      const around = [region.id, region.parent_id];
      return {
        commitments: own.length,
        status: standingIn({
          isConcerned: concernedOf(id).some((row) => around.includes(row.to_id) || isIn(row.to_id, region)),
          isSucceeded: status === 'superseded',
          commitments: own.map((row) => row.status),
          answers: answersOf(id)
            .filter((row) => isIn(row.territory_id!, region))
            .map(({ position }) => position),
          silent: silentOf(id).filter((row) => isIn(row.territory_id!, region)).length,
        }),
      };
    }),
  }));
}

/** The public commitments that serve some recommendations, with the territories that they are of, as filters take them. */
async function readCommitments(db: Source, ids: readonly string[]) {
  const rows = await db
    .selectFrom('links')
    .innerJoin('commitments', 'commitments.id', 'links.from_id')
    .innerJoin('organisations', 'organisations.id', 'commitments.organisation_id')
    .select([
      'links.to_id as recommendation_id',
      'commitments.id',
      'commitments.status',
      'organisations.territory_id',
      'organisations.type',
    ])
    .where('links.to_id', 'in', ids)
    .where('links.relation', '=', 'implements')
    .where('commitments.visibility', '=', 'public')
    .execute();
  if (rows.length === 0) return [];
  const concerned = Map.groupBy(
    await db
      .selectFrom('links')
      .select(['from_id', 'to_id'])
      .where('from_id', 'in', [...new Set(rows.map(({ id }) => id))])
      .where('relation', '=', 'concerns')
      .where('to_kind', '=', 'territories')
      .execute(),
    (row) => row.from_id,
  );
  return rows.map(({ territory_id, type, ...row }) => ({
    ...row,
    territories: [
      ...(concerned.get(row.id) ?? []).map(({ to_id }) => to_id),
      ...(territory_id !== null && governingTypes.includes(type) ? [territory_id] : []),
    ],
  }));
}

/** Whether a territory is a region or lies within it, of the territories that are given. */
async function placed(db: Source, regions: readonly TerritoryRow[], ids: readonly string[]) {
  const parents = new Map(regions.map(({ id, parent_id }) => [id, parent_id]));
  let unknown = [...new Set(ids)].filter((id) => !parents.has(id));
  for (let depth = 0; depth < DEEP && unknown.length > 0; depth += 1) {
    const rows = await db
      .selectFrom('territories')
      .select(['id', 'parent_id'])
      .where('id', 'in', unknown)
      .execute();
    for (const row of rows) parents.set(row.id, row.parent_id);
    unknown = [...new Set(rows.flatMap(({ parent_id }) => parent_id ?? []))].filter((id) => !parents.has(id));
  }
  const regionOf = new Map(
    [...new Set(ids)].map((id) => {
      let at: string | null | undefined = id;
      const known = new Set(regions.map((region) => region.id));
      while (at && !known.has(at)) at = parents.get(at);
      return [id, at ?? null];
    }),
  );
  return (id: string, region: TerritoryRow) => regionOf.get(id) === region.id;
}
