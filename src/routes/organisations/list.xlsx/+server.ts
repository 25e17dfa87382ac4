import { organisationsXlsx } from '#network/organisation-lists/exports.server.ts';
import { answer } from '../../answer.ts';
import { markedName } from '../../exercise.server.ts';

export const GET = async ({ locals }) => {
  const file = await organisationsXlsx(locals.db.reader, locals.locale);
  const name = await markedName(locals, `organisations-${locals.locale}.xlsx`);
  return answer(file, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name);
};
