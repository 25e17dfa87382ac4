import { personRecord } from '#network/people/exports.server.ts';
import { answer } from '../../../answer.ts';
import { personAt } from '../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const { person, sources } = await personAt(locals, params.slug);
  return answer(personRecord(person, sources, locals.publicUrl), 'application/json');
};
