import { workshopScheduleJson } from '#events/dossier/exports.server.ts';
import { answer } from '../../../answer.ts';
import { dossierAt } from '../../../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await dossierAt(locals, params.slug);
  return answer(workshopScheduleJson(dossier, locals.publicUrl), 'application/json');
};
