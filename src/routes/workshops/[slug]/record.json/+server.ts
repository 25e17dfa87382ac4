import { workshopRecord } from '#events/record/exports.server.ts';
import { answer } from '../../../answer.ts';
import { filedDossierAt } from '../../../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await filedDossierAt(locals, params.slug);
  return answer(workshopRecord(dossier, locals.publicUrl), 'application/json');
};
