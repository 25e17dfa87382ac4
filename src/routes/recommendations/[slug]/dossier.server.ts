import { readRecommendationDossier } from '#follow-up/recommendation-dossiers/queries.server.ts';
import { readRecommendation } from '#follow-up/recommendations/queries.server.ts';
import { addressed } from '../../addressed.server.ts';

/** The recommendation at an address with where it comes from and what it serves. */
export async function recommendationAt(locals: App.Locals, slug: string) {
  const db = locals.db.reader;
  const recommendation = await addressed(locals, 'recommendations', slug, (id) =>
    readRecommendation(db, locals.actor, id),
  );
  return readRecommendationDossier(db, locals.actor, recommendation);
}
