import type { Source } from '#platform/database/database.ts';
import { linkedTo } from '#network/links/queries.server.ts';
import type { Relation } from '#network/links/model.ts';
import type { RecommendationRow } from './model.ts';

/** The register, in its order. */
export function listRecommendations(db: Source): Promise<RecommendationRow[]> {
  return db.selectFrom('recommendations').selectAll().orderBy('position').orderBy('reference').execute();
}

export function readRecommendation(db: Source, id: string): Promise<RecommendationRow | undefined> {
  return db.selectFrom('recommendations').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Recommendations linked to a record: shared at a workshop, stemming from an initiative, serving a goal. */
export async function recommendationsLinkedTo(db: Source, id: string, relations?: readonly Relation[]) {
  const linked = await linkedTo(db, 'recommendations', [id], relations);
  return linked.sort((a, b) => a.position - b.position);
}
