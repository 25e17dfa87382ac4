import { paperPdf } from '#network/paper/exports.server.ts';
import { answer } from '../../../../../answer.ts';
import { markedName } from '../../../../../exercise.server.ts';
import { draftProceedingsAt } from '../../../../../proceedings.server.ts';

export const GET = async (event) => {
  const { locals } = event;
  const { workshop, paper } = await draftProceedingsAt(event);
  const name = await markedName(locals, `${workshop.slug}-proceedings-draft-${locals.locale}.pdf`);
  return answer(await paperPdf(paper), 'application/pdf', name);
};
