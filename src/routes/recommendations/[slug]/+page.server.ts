import { mayCommit } from '#follow-up/commitments/policy.ts';
import { isFollowing } from '#follow-up/follows/queries.server.ts';
import { chainOf } from '../../chain.server.ts';
import { recommendationAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => {
  const dossier = await recommendationAt(locals, params.slug);
  const { account, db } = locals;
  // Of whoever is signed in; a page that is kept for everybody asks nothing.
  const following = account && (await isFollowing(db.reader, account.id, dossier.recommendation.id));
  const chain = await chainOf(locals, { kind: 'recommendations', id: dossier.recommendation.id });
  const commits = account !== null && mayCommit(locals.actor);
  return { dossier, following, chain, commits };
};
