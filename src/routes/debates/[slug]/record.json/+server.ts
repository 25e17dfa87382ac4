import { debateRecord } from '#deliberation/debates/exports.server.ts';
import { answer } from '../../../answer.ts';
import { marked } from '../../../exercise.server.ts';
import { debateAt } from '../debate.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await debateAt(locals, params.slug);
  const [debate] = await marked(locals, [dossier.debate]);
  return answer(debateRecord({ ...dossier, debate: debate! }, locals.publicUrl), 'application/json');
};
