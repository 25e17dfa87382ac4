import {
  countRecommendations,
  listRecommendations,
  readOrigins,
} from '#follow-up/recommendations/queries.server.ts';
import { pageAsked } from '../paging.server.ts';

export const load = async ({ locals, url }) => {
  const db = locals.db.reader;
  const { paging, offset } = pageAsked(locals, url, await countRecommendations(db, locals.actor));
  const recommendations = await listRecommendations(db, locals.actor, { offset, limit: paging.size });
  const origins = await readOrigins(
    db,
    locals.actor,
    recommendations.map(({ id }) => id),
  );
  return { recommendations, origins, paging };
};
