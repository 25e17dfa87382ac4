import { listRecommendations, readOrigins } from '#follow-up/recommendations/queries.server.ts';
import { countRecords } from '#platform/records/list.server.ts';
import { pageAsked } from '../paging.server.ts';

export const load = async ({ locals, url }) => {
  const db = locals.db.reader;
  const { paging, offset } = pageAsked(locals, url, await countRecords(db, 'recommendations'));
  const recommendations = await listRecommendations(db, { offset, limit: paging.size });
  const origins = await readOrigins(
    db,
    locals.actor,
    recommendations.map(({ id }) => id),
  );
  return { recommendations, origins, paging };
};
