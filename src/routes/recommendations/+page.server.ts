import { listRecommendations, readOrigins } from '#follow-up/recommendations/queries.server.ts';

export const load = async ({ locals }) => {
  const db = locals.db.reader;
  const recommendations = await listRecommendations(db);
  const origins = await readOrigins(
    db,
    locals.actor,
    recommendations.map(({ id }) => id),
  );
  return { recommendations, origins };
};
