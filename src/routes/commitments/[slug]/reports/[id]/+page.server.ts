import { chainOf } from '../../../../chain.server.ts';
import { reportAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => {
  const dossier = await reportAt(locals, params);
  return { dossier, chain: await chainOf(locals, { kind: 'reports', id: dossier.report.id }) };
};
