import { error } from '@sveltejs/kit';
import { handedOutAs } from '#follow-up/evidence/model.ts';
import { readEvidence } from '#follow-up/evidence/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { fileAnswer } from '#platform/services/files.server.ts';

/**
 * The bytes of evidence, for whoever may read its report; for anyone else there is nothing. A copy of a web page is a
 * download of a type that nothing runs, whatever its server said.
 */
export const GET = async ({ params, locals }) => {
  const { db, actor } = locals;
  const { id, sha256 } = params;
  const row = await readEvidence(db.reader, actor, id);
  if (!row?.name || !row.media_type || (row.sha256 !== sha256 && row.narrow_sha256 !== sha256))
    error(404, 'not-found');
  const isOpen = (await readEvidence(db.reader, anonymous, id)) !== undefined;
  const { name, media_type } = row;
  const told =
    row.kind === 'file'
      ? { name, mediaType: media_type }
      : { name, mediaType: handedOutAs(media_type).mediaType, how: 'attachment' as const };
  return (await fileAnswer(sha256, told, isOpen)) ?? error(404, 'not-found');
};
