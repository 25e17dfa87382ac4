import { reportIn } from '#deliberation/debates/model.ts';
import { mayEnterDebates } from '#deliberation/debates/policy.ts';
import { mayEditDebate } from '#deliberation/debates/queries.server.ts';
import { debateAt } from './debate.server.ts';

export const load = async ({ params, locals }) => {
  const { debate, workshop, votes } = await debateAt(locals, params.slug);
  const { db, actor } = locals;
  // The way to its votes; asked for those alone who may perhaps go it.
  const maySendVotes = mayEnterDebates(actor) && (await mayEditDebate(db.reader, actor, debate.id));
  return {
    debate,
    workshop,
    maySendVotes,
    report: votes && reportIn(votes, debate),
  };
};
