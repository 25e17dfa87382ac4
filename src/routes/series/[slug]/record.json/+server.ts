import { seriesRecord } from '#publication/series/exports.server.ts';
import { answer } from '../../../answer.ts';
import { seriesAt } from '../dossier.server.ts';

export const GET = async ({ params, locals }) => {
  const { series, editions } = await seriesAt(locals, params.slug);
  return answer(seriesRecord(series, editions, locals.publicUrl), 'application/json');
};
