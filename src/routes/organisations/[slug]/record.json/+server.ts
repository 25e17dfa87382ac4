import { organisationRecord } from '#network/organisations/exports.server.ts';
import { answer } from '../../../answer.ts';
import { organisationAt } from '../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await organisationAt(locals, params.slug);
  return answer(organisationRecord(dossier, locals.publicUrl), 'application/json');
};
