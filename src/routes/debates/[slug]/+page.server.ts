import { reportIn } from '#deliberation/debates/model.ts';
import { withActorWords } from '#deliberation/participant-attributes/components/words.ts';
import { debateAt } from './debate.server.ts';

export const load = async ({ params, locals }) => {
  const { debate, workshop, votes } = await debateAt(locals, params.slug);
  return { debate, workshop, report: votes && withActorWords(reportIn(votes, debate), locals.locale) };
};
