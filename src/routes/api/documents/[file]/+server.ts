import { error } from '@sveltejs/kit';
import { publicStatuses } from '#events/policy.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import type { DocumentRow } from '#network/documents/model.ts';
import { listDocumentsHolding } from '#network/documents/queries.server.ts';
import { fileAnswer } from '#platform/services/files.server.ts';

/** Whether a reader may have a document: who may read its owner; and whether everyone may. */
async function standing({ db, actor }: App.Locals, document: DocumentRow) {
  if (document.owner_kind !== 'workshops') return { readable: false, open: false };
  const workshop = await readWorkshop(db.reader, actor, document.owner_id);
  return { readable: Boolean(workshop), open: workshop ? publicStatuses.includes(workshop.status) : false };
}

/** A document's bytes, for whoever may read a record that it belongs to; for anyone else there is nothing. */
export const GET = async ({ params, locals }) => {
  const sha256 = params.file.replace(/\.[a-z0-9]+$/, '');
  const documents = await listDocumentsHolding(locals.db.reader, sha256);
  let found: { document: DocumentRow; open: boolean } | undefined;
  for (const document of documents) {
    const { readable, open } = await standing(locals, document);
    if (readable && (open || !found)) found = { document, open };
  }
  if (!found) error(404, 'not-found');
  const { name, media_type: mediaType } = found.document;
  const answer = await fileAnswer(sha256, { name, mediaType }, found.open);
  return answer ?? error(404, 'not-found');
};
