import { debateRecord } from '#deliberation/debates/exports.server.ts';
import { answer } from '../../../answer.ts';
import { debateAt } from '../debate.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await debateAt(locals, params.slug);
  return answer(debateRecord(dossier, locals.publicUrl), 'application/json');
};
