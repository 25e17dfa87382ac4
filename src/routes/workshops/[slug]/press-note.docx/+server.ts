import { paperDocx } from '#network/paper/exports.server.ts';
import { answer } from '../../../answer.ts';
import { markedName } from '../../../exercise.server.ts';
import { pressNoteAt } from '../../../press-note.server.ts';

export const GET = async ({ params, locals }) => {
  const { workshop, paper } = await pressNoteAt(locals, params.slug);
  const name = await markedName(locals, `${workshop.slug}-press-note-${locals.locale}.docx`);
  return answer(
    await paperDocx(paper),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name,
  );
};
