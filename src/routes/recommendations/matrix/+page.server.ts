import { readMatrix, regionsOf } from '#follow-up/matrices/queries.server.ts';
import { recommendationsAt } from '#follow-up/register/queries.server.ts';
import { registerAt } from '../../register.server.ts';

export const load = async ({ locals, url }) => {
  const { actor, db } = locals;
  const { ids, ...register } = await registerAt(locals, url, 'recommendations');
  const regions = regionsOf(register.choices.regions, register.asked.within);
  const rows = await readMatrix(db.reader, actor, await recommendationsAt(db.reader, ids), regions);
  return { ...register, regions, rows };
};
