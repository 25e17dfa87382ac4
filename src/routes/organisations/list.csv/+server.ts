import { organisationsCsv } from '#network/organisation-lists/exports.server.ts';
import { answer } from '../../answer.ts';
import { markedName } from '../../exercise.server.ts';

export const GET = async ({ locals }) => {
  const file = await organisationsCsv(locals.db.reader, locals.locale);
  const name = await markedName(locals, `organisations-${locals.locale}.csv`);
  return answer(file, 'text/csv; charset=utf-8', name);
};
