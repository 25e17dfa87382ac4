import { workshopScheduleXml } from '#events/schedule/exports.server.ts';
import { answer } from '../../../answer.ts';
import { datedDossierAt } from '../../../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await datedDossierAt(locals, params.slug);
  return answer(workshopScheduleXml(dossier, locals.publicUrl), 'application/xml; charset=utf-8');
};
