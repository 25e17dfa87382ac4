import { peopleXlsx } from '#network/person-lists/exports.server.ts';
import { answer } from '../../answer.ts';
import { markedName } from '../../exercise.server.ts';

export const GET = async ({ locals }) => {
  const file = await peopleXlsx(locals.db.reader, locals.locale);
  const name = await markedName(locals, `people-${locals.locale}.xlsx`);
  return answer(file, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name);
};
