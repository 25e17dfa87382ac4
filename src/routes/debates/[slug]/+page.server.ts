import { reportIn } from '#deliberation/debates/model.ts';
import { debateAt } from './debate.server.ts';

export const load = async ({ params, locals }) => {
  const { debate, workshop, votes } = await debateAt(locals, params.slug);
  return { debate, workshop, report: votes && reportIn(votes, debate) };
};
