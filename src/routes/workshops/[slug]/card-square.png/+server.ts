import { workshopCardPng } from '#events/card/exports.server.ts';
import { answer } from '../../../answer.ts';
import { filedDossierAt } from '../../../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await filedDossierAt(locals, params.slug);
  return answer(await workshopCardPng(dossier, 'square'), 'image/png');
};
