import { delaysCsv } from '#follow-up/delays/exports.server.ts';
import { problemWord } from '#follow-up/register/components/words.ts';
import { markedName } from '../../exercise.server.ts';
import { delaysAt } from '../delays.server.ts';

export const GET = async ({ locals, url }) => {
  const { asked, delays } = await delaysAt(locals, url);
  const plain = { 'content-type': 'text/plain; charset=utf-8' };
  if (asked.problems.length > 0) {
    const sentences = asked.problems.map((problem) => problemWord('commitments', problem));
    return new Response(sentences.join('\n'), { status: 400, headers: plain });
  }
  const name = await markedName(locals, `delays-${delays.today}-${locals.locale}.csv`);
  return new Response(delaysCsv(delays, locals.publicUrl), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `inline; filename="${name}"`,
      // It is of a day and may be large: whoever asks gets it made, and it is kept nowhere.
      'cache-control': 'private, no-store',
    },
  });
};
