import * as v from 'valibot';
import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import type { KeptFile } from '#platform/files/model.ts';
import { columns } from '#platform/locale/text.ts';
import { id, problems } from '#platform/locale/schema.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { refused } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import { mayEditNetwork } from '../policy.ts';
import { MOST_DOCUMENTS } from './model.ts';
import { listDocuments } from './queries.server.ts';
import {
  documentDescription,
  documentInput,
  type DocumentDescription,
  type DocumentInput,
} from './schema.ts';

/**
 * Names a kept file as a record's document, or as its cover in place of the former one.
 * @param allowed what the capability of the owner has answered of this very record
 */
export function createDocument(
  target: Target,
  actor: Actor,
  { file, ownerKind, ...input }: DocumentInput & { file: KeptFile; ownerKind: RecordKind },
  allowed: boolean = mayEditNetwork(actor),
) {
  return change(target, { allowed, schema: documentInput, input }, async (tx, values) => {
    const standing = await listDocuments(tx, values.ownerId);
    if (standing.length >= MOST_DOCUMENTS) return refused('network_problem_too_many_documents', 'file');
    if (values.role === 'cover') {
      if (!file.mediaType.startsWith('image/')) return refused('network_problem_cover_is_image', 'file');
      for (const former of standing)
        if (former.role === 'cover') await deleteRecord(tx, actor, 'documents', former.id);
    }
    return {
      id: await createRecord(tx, actor, 'documents', {
        owner_kind: ownerKind,
        owner_id: values.ownerId,
        role: values.role,
        position: Math.max(0, ...standing.map(({ position }) => position)) + 1,
        name: file.name,
        media_type: file.mediaType,
        bytes: file.bytes,
        sha256: file.sha256,
        narrow_sha256: file.narrowSha256,
        width: file.width,
        height: file.height,
        language: values.language ?? null,
        ...columns('alt', values.alt),
        ...columns('title', values.title),
      }),
    };
  });
}

/** Changes what is said of a file, which stays as it is; `allowed` as for {@link createDocument}. */
export function describeDocument(
  target: Target,
  actor: Actor,
  input: DocumentDescription,
  allowed: boolean = mayEditNetwork(actor),
) {
  return change(target, { allowed, schema: documentDescription, input }, async (tx, values) => {
    const documents = await listDocuments(tx, values.ownerId);
    const standing = documents.find((document) => document.id === values.documentId);
    if (!standing) return refused(refusals.missing);
    if (standing.version !== values.version) return refused(refusals.stale);
    if (standing.role === 'cover' && !values.alt) return refused(problems.required, 'alt');
    const written = {
      language: values.language ?? null,
      ...columns('alt', values.alt),
      ...columns('title', values.title),
    };
    await updateRecord(tx, actor, 'documents', standing.id, written, { version: standing.version });
    return { id: standing.id };
  });
}

const standingDocument = v.object({ ownerId: id, documentId: id });

export type StandingDocument = v.InferInput<typeof standingDocument>;

/** Takes a document off a record; `allowed` as for {@link createDocument}. Its bytes stay in the store. */
export function deleteDocument(
  target: Target,
  actor: Actor,
  input: StandingDocument,
  allowed: boolean = mayEditNetwork(actor),
) {
  return change(target, { allowed, schema: standingDocument, input }, async (tx, { ownerId, documentId }) => {
    const documents = await listDocuments(tx, ownerId);
    if (!documents.some((document) => document.id === documentId)) return refused('platform_refused_missing');
    await deleteRecord(tx, actor, 'documents', documentId);
    return { id: documentId };
  });
}

/** Moves a document one place up among those of its record; `allowed` as for {@link createDocument}. */
export function raiseDocument(
  target: Target,
  actor: Actor,
  input: StandingDocument,
  allowed: boolean = mayEditNetwork(actor),
) {
  return change(target, { allowed, schema: standingDocument, input }, async (tx, { ownerId, documentId }) => {
    const documents = (await listDocuments(tx, ownerId)).filter(({ role }) => role === 'document');
    const at = documents.findIndex((document) => document.id === documentId);
    if (at < 0) return refused('platform_refused_missing');
    const order = documents.toSpliced(at, 1).toSpliced(Math.max(0, at - 1), 0, documents[at]!);
    for (const [index, document] of order.entries())
      if (document.position !== index + 1)
        await updateRecord(tx, actor, 'documents', document.id, { position: index + 1 });
    return { id: documentId };
  });
}
