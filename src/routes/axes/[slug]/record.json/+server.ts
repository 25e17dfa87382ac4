import { conceptRecord } from '#network/taxonomy/exports.server.ts';
import { answer } from '../../../answer.ts';
import { conceptAt } from '../../../concepts.server.ts';

export const GET = async ({ params, locals }) => {
  const { concept, sources } = await conceptAt(locals, 'axis', 'axes', params.slug);
  return answer(conceptRecord(concept, 'axes', sources, locals.publicUrl), 'application/json');
};
