import { commitmentRecord } from '#follow-up/commitment-dossiers/exports.server.ts';
import { answer } from '../../../answer.ts';
import { commitmentAt } from '../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const dossier = await commitmentAt(locals, params.slug);
  return answer(commitmentRecord(dossier, locals.publicUrl), 'application/json');
};
