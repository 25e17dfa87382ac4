import { read } from '#platform/locale/reader.ts';
import { pressNoteAt } from '../../../press-note.server.ts';

export const load = async ({ params, locals }) => {
  const { workshop, note, paper } = await pressNoteAt(locals, params.slug);
  return {
    slug: workshop.slug,
    name: read(workshop, 'title'),
    title: read(note, 'title'),
    on: paper.date,
    notice: paper.notice?.text ?? null,
    isPublic: note.is_public === 1,
    // The title stands above, in the page's own heading.
    blocks: paper.blocks.filter(({ kind }, at) => kind !== 'heading' && at > 0),
  };
};
