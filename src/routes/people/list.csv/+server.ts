import { peopleCsv } from '#network/person-lists/exports.server.ts';
import { answer } from '../../answer.ts';
import { markedName } from '../../exercise.server.ts';

export const GET = async ({ locals }) => {
  const file = await peopleCsv(locals.db.reader, locals.locale);
  const name = await markedName(locals, `people-${locals.locale}.csv`);
  return answer(file, 'text/csv; charset=utf-8', name);
};
