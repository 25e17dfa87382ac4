import { initiativeRecord } from '#network/initiatives/exports.server.ts';
import { answer } from '../../../answer.ts';
import { initiativeAt } from '../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await initiativeAt(locals, params.slug);
  return answer(initiativeRecord(dossier, locals.publicUrl), 'application/json');
};
