import { error } from '@sveltejs/kit';
import { listFiles } from '#deliberation/debates/queries.server.ts';
import { fileAnswer } from '#platform/services/files.server.ts';
import { editedDebate } from '../../../../../edited-debate.server.ts';

/** A file of votes, as it came, for who may change the debate and nobody else. */
export const GET = async (event) => {
  const { id } = await editedDebate(event);
  const files = await listFiles(event.locals.db.reader, id, 'kept');
  const found = files.find(({ file }) => file === event.params.file);
  const answer =
    found &&
    (await fileAnswer(found.sha256, { name: found.name, mediaType: 'text/csv', how: 'attachment' }, false));
  return answer ?? error(404, 'not-found');
};
