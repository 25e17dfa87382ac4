import { rmSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_DOCUMENTS } from '#network/documents/model.ts';
import { listDocuments, listDocumentsHolding } from '#network/documents/queries.server.ts';
import type { DocumentInput } from '#network/documents/schema.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { openStore, type FileStore } from '#platform/files/store.ts';
import { pdf } from '#platform/files/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { facilitatorOf, holding, inFrench, workshopNamed } from '../../../tests/support/workshops.ts';
import {
  attachDocument,
  describeDocumentOfWorkshop,
  detachDocument,
  raiseDocumentOfWorkshop,
} from './changes.server.ts';

let db: TestDatabase;
let store: FileStore;
let id: string;
beforeEach(async () => {
  db = await openTestDatabase();
  store = openStore(db.location.dataFolder);
  id = await workshopNamed(db, 'one');
});
afterEach(async () => {
  await db.close();
  rmSync(db.location.dataFolder, { recursive: true, force: true });
});

const image = () =>
  sharp({ create: { width: 900, height: 300, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
const attach = (
  input: Partial<DocumentInput> & { name?: string; bytes?: Uint8Array },
  actor: Actor = facilitatorOf(id),
) => {
  const { name = 'x.pdf', bytes = pdf, ...more } = input;
  return attachDocument(db, store, actor, { ownerId: id, role: 'document', ...more, sent: { name, bytes } });
};
const standing = () => listDocuments(db.reader, id);

describe('a document', () => {
  it('is what its content says, under a name that can do no harm', async () => {
    done(await attach({ name: '..\\\u202Eخطة.exe', language: 'ar' }));
    const [document] = await standing();
    expect(document).toMatchObject({
      owner_kind: 'workshops',
      role: 'document',
      name: 'خطة.pdf',
      media_type: 'application/pdf',
      bytes: pdf.length,
      narrow_sha256: null,
      language: 'ar',
    });
    expect((await store.read(document!.sha256))?.equals(pdf)).toBe(true);
  });

  it('is taken from who edits the workshop only, and nothing is kept of what is refused', async () => {
    const refusal = { ok: false, reason: 'platform_refused_not_allowed' };
    for (const actor of [
      holding(),
      facilitatorOf(newId()),
      holding({ role: 'reader', scope: 'workshop', on: id }),
    ])
      expect(await attach({}, actor)).toEqual(refusal);
    expect(await attach({ bytes: Buffer.from('<svg/>') })).toMatchObject({ reason: 'platform_file_type' });
    expect(await attach({ language: 'xx' as never })).toMatchObject({ field: 'language' });
    expect(await store.list()).toEqual([]);
    expect(await standing()).toEqual([]);
  });

  it('moves up, goes, and is no other workshop’s to move', async () => {
    for (const name of ['a.pdf', 'b.pdf']) done(await attach({ name }));
    const [a, b] = (await standing()).map((document) => document.id);
    const names = async () => (await standing()).map(({ name }) => name);
    const other = await workshopNamed(db, 'other');
    const foreign = { ownerId: other, documentId: b! };
    expect(await detachDocument(db, facilitatorOf(other), foreign)).toMatchObject({ ok: false });
    expect(await detachDocument(db, facilitatorOf(other), { ownerId: id, documentId: b! })).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
    done(await raiseDocumentOfWorkshop(db, facilitatorOf(id), { ownerId: id, documentId: b! }));
    expect(await names()).toEqual(['b.pdf', 'a.pdf']);
    done(await detachDocument(db, facilitatorOf(id), { ownerId: id, documentId: a! }));
    expect(await names()).toEqual(['b.pdf']);
  });

  it('is one of fifty at most', async () => {
    for (let count = 0; count < MOST_DOCUMENTS; count += 1) done(await attach({}));
    expect(await attach({})).toEqual({
      ok: false,
      reason: 'network_problem_too_many_documents',
      field: 'file',
    });
  });
});

describe('a cover', () => {
  it('is an image that says in words what it shows', async () => {
    const bytes = await image();
    expect(await attach({ role: 'cover', bytes })).toEqual({
      ok: false,
      reason: 'platform_problem_required',
      field: 'alt',
    });
    expect(await attach({ role: 'cover', alt: inFrench('Salle') })).toEqual({
      ok: false,
      reason: 'network_problem_cover_is_image',
      field: 'file',
    });
    done(await attach({ role: 'cover', bytes, name: 'photo.jpg', alt: inFrench('Salle') }));
    const [cover] = await standing();
    expect(cover).toMatchObject({ name: 'photo.webp', media_type: 'image/webp', width: 900, height: 300 });
    expect(await listDocumentsHolding(db.reader, cover!.narrow_sha256!)).toEqual([cover]);
  });

  it('takes the place of the former one', async () => {
    for (const alt of ['Une', 'Deux'])
      done(await attach({ role: 'cover', bytes: await image(), alt: inFrench(alt) }));
    expect((await standing()).map(({ alt_fr }) => alt_fr)).toEqual(['Deux']);
  });
});

describe('what is said of a file', () => {
  it('changes alone, by who edits the workshop, from the version that stands', async () => {
    done(await attach({ role: 'cover', name: 'a.png', bytes: await image(), alt: inFrench('Une salle') }));
    done(await attach({ title: inFrench('Note') }));
    const [cover, document] = await standing();
    expect(document).toMatchObject({ title_fr: 'Note', name: 'x.pdf' });
    const describe = (of: typeof cover, more: object, actor = facilitatorOf(id)) =>
      describeDocumentOfWorkshop(db, actor, {
        ownerId: id,
        documentId: of!.id,
        version: of!.version,
        ...more,
      });
    expect(await describe(cover, {})).toEqual({
      ok: false,
      reason: 'platform_problem_required',
      field: 'alt',
    });
    expect(await describe(cover, { alt: inFrench('x') }, facilitatorOf(newId()))).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
    done(await describe(cover, { alt: inFrench('La salle des actes') }));
    done(await describe(document, { title: inFrench('Note de cadrage'), language: 'fr' }));
    expect(await describe(document, { title: inFrench('Trop tard') })).toEqual({
      ok: false,
      reason: 'platform_refused_stale',
    });
    const [image2, document2] = await standing();
    expect(image2).toEqual({
      ...cover!,
      version: 2,
      updated_at: image2!.updated_at,
      alt_fr: 'La salle des actes',
    });
    expect(document2).toMatchObject({
      title_fr: 'Note de cadrage',
      language: 'fr',
      sha256: document!.sha256,
    });
  });
});
