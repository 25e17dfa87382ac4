import { text } from '@sveltejs/kit';
import { refusedDayWord } from '#follow-up/briefings/components/words.ts';
import { paperPdf } from '#network/paper/exports.server.ts';
import { answer } from '../../../answer.ts';
import { markedName } from '../../../exercise.server.ts';
import { briefingAt } from '../briefing.server.ts';

export const GET = async ({ params, locals, url }) => {
  const { briefing, paper, refused } = await briefingAt(locals, url, params.slug);
  // A file of another period than was asked for would mislead.
  if (refused) return text(refusedDayWord(refused, briefing.since), { status: 400 });
  const name = `${briefing.territory.slug}-briefing-${briefing.today}-${locals.locale}.pdf`;
  return answer(await paperPdf(paper), 'application/pdf', await markedName(locals, name));
};
