import { readOrigins } from '#follow-up/recommendations/queries.server.ts';
import { countAnswers } from '#follow-up/responses/queries.server.ts';
import { recommendationsAt } from '#follow-up/register/queries.server.ts';
import { registerAt } from '../register.server.ts';

export const load = async ({ locals, url }) => {
  const db = locals.db.reader;
  const { ids, ...register } = await registerAt(locals, url, 'recommendations');
  return {
    ...register,
    recommendations: await recommendationsAt(db, ids),
    answers: await countAnswers(db, ids),
    origins: await readOrigins(db, locals.actor, ids),
  };
};
