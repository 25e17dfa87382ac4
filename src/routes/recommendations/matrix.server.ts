import { problemWord } from '#follow-up/register/components/words.ts';
import { matrixCsv, matrixXlsx } from '#follow-up/matrices/exports.server.ts';
import { readMatrix, regionsOf, type MatrixRow } from '#follow-up/matrices/queries.server.ts';
import { listAskedIds, recommendationsAt } from '#follow-up/register/queries.server.ts';
import { choicesOf, viewAsked } from '../register.server.ts';
import { markedName } from '../exercise.server.ts';

/** How many recommendations are read at once. */
const PART = 500;

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The matrix of a view as a file. What its address can't mean is refused: more than was asked for would mislead. */
export async function matrixFile(locals: App.Locals, url: URL, type: keyof typeof types): Promise<Response> {
  const { actor, db, publicUrl } = locals;
  const asked = await viewAsked(locals, url, 'recommendations');
  if (asked.problems.length > 0) {
    const sentences = asked.problems.map((problem) => problemWord('recommendations', problem));
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return new Response(sentences.join('\n'), { status: 400, headers });
  }
  const regions = regionsOf((await choicesOf(locals, 'recommendations')).regions, asked.within);
  const ids = await listAskedIds(db.reader, actor, asked);
  const rows: MatrixRow[] = [];
  for (let at = 0; at < ids.length; at += PART) {
    const part = await recommendationsAt(db.reader, ids.slice(at, at + PART));
    rows.push(...(await readMatrix(db.reader, actor, part, regions)));
  }
  const file = { regions, rows, publicUrl };
  const body = type === 'csv' ? matrixCsv(file) : await matrixXlsx(file, locals.clock());
  const name = await markedName(locals, `matrix-${asked.today}-${locals.locale}.${type}`);
  return new Response(body, {
    headers: {
      'content-type': types[type],
      'content-disposition': `inline; filename="${name}"`,
      // It is of a day and may be large: whoever asks gets it made, and it is kept nowhere.
      'cache-control': 'private, no-store',
    },
  });
}
