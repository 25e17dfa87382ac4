import { recommendationRecord } from '#follow-up/recommendations/exports.server.ts';
import { answer } from '../../../answer.ts';
import { recommendationAt } from '../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await recommendationAt(locals, params.slug);
  return answer(recommendationRecord(dossier, locals.publicUrl), 'application/json');
};
