import { error, fail, redirect } from '@sveltejs/kit';
import {
  attachDocument,
  describeDocumentOfWorkshop,
  detachDocument,
  raiseDocumentOfWorkshop,
} from '#events/documents/changes.server.ts';
import { coverFields, documentFields } from '#network/documents/components/fields.ts';
import type { DocumentRole } from '#network/documents/model.ts';
import { listDocuments } from '#network/documents/queries.server.ts';
import type { DocumentInput } from '#network/documents/schema.ts';
import { freshForm } from '#platform/forms/state.ts';
import { inputOf, readForm, valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { fileStore, maySendFile } from '#platform/services/files.server.ts';
import { requireAccount } from '../../../../account.server.ts';
import { editedWorkshop, headOf } from '../../../../edited-workshop.server.ts';
import { problemsOf, sentence } from '../../../../forms.server.ts';

export const load = async (event) => {
  const workshop = await editedWorkshop(event);
  const documents = await listDocuments(event.locals.db.reader, workshop.id);
  const asked = event.url.searchParams.get('document');
  const described = documents.find(({ id }) => id === asked);
  const done = event.url.searchParams.get('done') ?? '';
  return {
    ...headOf(workshop),
    documents,
    done: doings.find((one) => one === done) ?? null,
    described: described
      ? {
          id: described.id,
          role: described.role,
          form: freshForm(valuesOf(fieldsOf(described.role), described), described.version),
        }
      : null,
  };
};

/** What the page says that was done. */
const doings = ['sent', 'described', 'removed'] as const;

const fieldsOf = (role: DocumentRole) => (role === 'cover' ? coverFields : documentFields);

type Event = Parameters<typeof editedWorkshop>[0] & { request: Request };

const pageOf = (event: Event, slug: string, done?: (typeof doings)[number]) =>
  localized(`/workshops/${slug}/documents${done ? `?done=${done}` : ''}`, event.locals.locale);

/** Takes a file with what is said of it, or gives the words back with what is wrong. */
async function send(event: Event, role: DocumentRole) {
  const account = requireAccount(event);
  const workshop = await editedWorkshop(event);
  const form = await event.request.formData();
  const fields = fieldsOf(role);
  const values = readForm(fields, form);
  const again = (problems: ReturnType<typeof problemsOf>) =>
    fail(422, { role, form: { ...freshForm(values), problems } });
  if (!(await maySendFile(account.id)))
    return again([{ control: '', text: sentence('platform_file_too_many') }]);
  const file = form.get('file');
  const sent =
    file instanceof File
      ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
      : { name: '', bytes: new Uint8Array() };
  const input = inputOf(fields, values) as Pick<DocumentInput, 'alt' | 'language' | 'title'>;
  const { db, actor } = event.locals;
  const outcome = await attachDocument(db, fileStore(), actor, {
    ...input,
    ownerId: workshop.id,
    role,
    sent,
  });
  if (!outcome.ok) return again(problemsOf(outcome));
  redirect(303, pageOf(event, workshop.slug, 'sent'));
}

/** Does something with a document that stands. */
async function changed(
  event: Event,
  work: (standing: { ownerId: string; documentId: string }) => Promise<Outcome<object>>,
  done?: (typeof doings)[number],
) {
  const workshop = await editedWorkshop(event);
  const documentId = String((await event.request.formData()).get('document'));
  const outcome = await work({ ownerId: workshop.id, documentId });
  if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
  redirect(303, pageOf(event, workshop.slug, done));
}

/** Changes what is said of a file that stands. */
async function describe(event: Event) {
  requireAccount(event);
  const workshop = await editedWorkshop(event);
  const { db, actor } = event.locals;
  const documentId = event.url.searchParams.get('document') ?? '';
  const documents = await listDocuments(db.reader, workshop.id);
  const role = documents.find(({ id }) => id === documentId)?.role;
  if (!role) error(404, 'not-found');
  const fields = fieldsOf(role);
  const form = await event.request.formData();
  const values = readForm(fields, form);
  const version = Number(form.get('version'));
  const input = { ...inputOf(fields, values), ownerId: workshop.id, documentId, version };
  const outcome = await describeDocumentOfWorkshop(db, actor, input);
  if (!outcome.ok)
    return fail(422, {
      role: 'described',
      form: { ...freshForm(values, version), problems: problemsOf(outcome) },
    });
  redirect(303, pageOf(event, workshop.slug, 'described'));
}

export const actions = {
  cover: (event) => send(event, 'cover'),
  document: (event) => send(event, 'document'),
  remove: (event) =>
    changed(event, (standing) => detachDocument(event.locals.db, event.locals.actor, standing), 'removed'),
  describe,
  raise: (event) =>
    changed(event, (standing) => raiseDocumentOfWorkshop(event.locals.db, event.locals.actor, standing)),
};
