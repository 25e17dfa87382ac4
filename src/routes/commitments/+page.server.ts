import { commitmentsAt, listAskedIds } from '#follow-up/register/queries.server.ts';
import { registerAt } from '../register.server.ts';

export const load = async ({ locals, url }) => {
  const db = locals.db.reader;
  const { offset, ...register } = await registerAt(locals, url, 'commitments');
  const ids = await listAskedIds(db, locals.actor, register.asked, { offset, limit: register.paging.size });
  return { ...register, commitments: await commitmentsAt(db, ids) };
};
