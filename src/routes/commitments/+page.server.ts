import { commitmentsAt } from '#follow-up/register/queries.server.ts';
import { registerAt } from '../register.server.ts';

export const load = async ({ locals, url }) => {
  const { ids, ...register } = await registerAt(locals, url, 'commitments');
  return { ...register, commitments: await commitmentsAt(locals.db.reader, ids) };
};
