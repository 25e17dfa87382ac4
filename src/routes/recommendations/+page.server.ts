import { readOrigins } from '#follow-up/recommendations/queries.server.ts';
import { listAskedIds, recommendationsAt } from '#follow-up/register/queries.server.ts';
import { registerAt } from '../register.server.ts';

export const load = async ({ locals, url }) => {
  const db = locals.db.reader;
  const { offset, ...register } = await registerAt(locals, url, 'recommendations');
  const part = { offset, limit: register.paging.size };
  const ids = await listAskedIds(db, locals.actor, register.asked, part);
  return {
    ...register,
    recommendations: await recommendationsAt(db, ids),
    origins: await readOrigins(db, locals.actor, ids),
  };
};
