import { isSettled } from '#follow-up/commitments/model.ts';
import { isFollowing } from '#follow-up/follows/queries.server.ts';
import { dayOf, endOfDay } from '#platform/clock/due.ts';
import { chainOf } from '../../chain.server.ts';
import { commitmentAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => {
  const dossier = await commitmentAt(locals, params.slug);
  const { account, db } = locals;
  const { commitment, milestones } = dossier;
  // Of whoever is signed in; a page that is kept for everybody asks nothing.
  const following = account && (await isFollowing(db.reader, account.id, dossier.commitment.id));
  const chain = await chainOf(locals, { kind: 'commitments', id: dossier.commitment.id });
  const today = dayOf(locals.clock());
  const [next] = milestones.filter(({ reached_on, due_on }) => reached_on === null && due_on >= today);
  if (next) locals.reads.changesAt(endOfDay(next.due_on));
  return { dossier, following, chain, today: isSettled(commitment.status) ? null : today };
};
