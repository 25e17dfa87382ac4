import { isFollowing } from '#follow-up/follows/queries.server.ts';
import { chainOf } from '../../chain.server.ts';
import { commitmentAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => {
  const dossier = await commitmentAt(locals, params.slug);
  const { account, db } = locals;
  // Of whoever is signed in; a page that is kept for everybody asks nothing.
  const following = account && (await isFollowing(db.reader, account.id, dossier.commitment.id));
  const chain = await chainOf(locals, { kind: 'commitments', id: dossier.commitment.id });
  return { dossier, following, chain };
};
