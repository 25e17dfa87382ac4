import { chainOf } from '../../chain.server.ts';
import { commitmentAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => {
  const dossier = await commitmentAt(locals, params.slug);
  return { dossier, chain: await chainOf(locals, { kind: 'commitments', id: dossier.commitment.id }) };
};
