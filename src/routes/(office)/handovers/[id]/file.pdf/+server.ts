import { error } from '@sveltejs/kit';
import { paperPdf } from '#network/paper/exports.server.ts';
import { answer } from '../../../../answer.ts';
import { markedName } from '../../../../exercise.server.ts';
import { handoverAt, handoverPaperOf } from '../../../../handovers.server.ts';

export const GET = async (event) => {
  const { locals } = event;
  const { handover, standing } = await handoverAt(event);
  if (!standing.readsFile) error(404, 'not-found');
  const { paper } = await handoverPaperOf(locals, handover);
  const name = await markedName(locals, `handover-${paper.date}-${locals.locale}.pdf`);
  return answer(await paperPdf(paper), 'application/pdf', name);
};
