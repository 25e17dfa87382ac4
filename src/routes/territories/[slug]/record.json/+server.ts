import { territoryRecord } from '#network/territories/exports.server.ts';
import { answer } from '../../../answer.ts';
import { territoryAt } from '../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await territoryAt(locals, params.slug);
  return answer(territoryRecord(dossier, locals.publicUrl), 'application/json');
};
