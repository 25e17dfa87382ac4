import {
  createDocument,
  deleteDocument,
  describeDocument,
  raiseDocument,
} from '#network/documents/changes.server.ts';
import type { StandingDocument } from '#network/documents/changes.server.ts';
import { documentInput, type DocumentDescription, type DocumentInput } from '#network/documents/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Database, Source } from '#platform/database/database.ts';
import { keepFile } from '#platform/files/keep.ts';
import type { SentFile } from '#platform/files/model.ts';
import type { FileStore } from '#platform/files/store.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused } from '#platform/records/outcome.ts';
import { mayEditWorkshops } from '../policy.ts';
import { mayEditWorkshop } from '../queries.server.ts';

/**
 * Adds a document or the cover of a workshop. Rights and words are asked before the file is looked at, and again
 * with the row: the bytes are on disk before anything names them, and no transaction waits for them.
 */
export async function attachDocument(
  db: Database,
  store: FileStore,
  actor: Actor,
  { sent, ...input }: DocumentInput & { sent: SentFile },
) {
  const allowed = mayEditWorkshops(actor);
  const within = (tx: Source, ownerId: string) => mayEditWorkshop(tx, actor, ownerId);
  const asked = await change(
    db,
    { allowed, schema: documentInput, input, within: (tx, { ownerId }) => within(tx, ownerId) },
    async () => ({}),
  );
  if (!asked.ok) return asked;
  const kept = await keepFile(store, sent);
  if (!kept.ok) return kept;
  return db.transaction(async (tx) => {
    if (!(await within(tx, input.ownerId))) return refused(refusals.notAllowed);
    const there = await tx
      .selectFrom('workshops')
      .select('id')
      .where('id', '=', input.ownerId)
      .executeTakeFirst();
    if (!there) return refused(refusals.missing);
    return createDocument(tx, actor, { ...input, ownerKind: 'workshops', file: kept.file }, true);
  });
}

/** Changes what is said of a document or the cover of a workshop. */
export function describeDocumentOfWorkshop(db: Database, actor: Actor, input: DocumentDescription) {
  return db.transaction(async (tx) =>
    describeDocument(tx, actor, input, await mayEditWorkshop(tx, actor, input.ownerId)),
  );
}

/** Takes a document off a workshop. */
export function detachDocument(db: Database, actor: Actor, input: StandingDocument) {
  return db.transaction(async (tx) =>
    deleteDocument(tx, actor, input, await mayEditWorkshop(tx, actor, input.ownerId)),
  );
}

/** Moves a document of a workshop one place up. */
export function raiseDocumentOfWorkshop(db: Database, actor: Actor, input: StandingDocument) {
  return db.transaction(async (tx) =>
    raiseDocument(tx, actor, input, await mayEditWorkshop(tx, actor, input.ownerId)),
  );
}
