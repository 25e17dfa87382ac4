import { afterAll, beforeAll, expect, it } from 'vitest';
import { createItem } from '#events/programme/changes.server.ts';
import { createDocument } from '#network/documents/changes.server.ts';
import { updateOrganisation } from '#network/organisations/changes.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { sha256Of } from '#platform/files/store.ts';
import { done } from '#platform/records/outcome.ts';
import {
  administrator,
  inFrench,
  organisationNamed,
  workshopNamed,
} from '../../../tests/support/workshops.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { findRecord, listNamedRecords } from './queries.server.ts';

const publicUrl = 'https://network.example';
let db: TestDatabase;
let meeting: string;
let draft: string;
beforeAll(async () => {
  db = await openTestDatabase();
  meeting = await workshopNamed(db, 'meeting', { status: 'announced' });
  draft = await workshopNamed(db, 'secret');
});
afterAll(() => db.close());

const find = (address: string) => findRecord(db.reader, address, publicUrl);

/** A document of a workshop. @returns its id and where it is handed out */
async function documentOf(ownerId: string, content: string) {
  const sha256 = sha256Of(Buffer.from(content));
  const plain = { bytes: 1, narrowSha256: null, width: null, height: null };
  const file = { name: `${content}.pdf`, mediaType: 'application/pdf', sha256, ...plain };
  const input = { ownerId, ownerKind: 'workshops', role: 'document', file } as const;
  const { id } = done(await createDocument(db, administrator, input, true));
  return { id, address: `/api/documents/${sha256}.pdf` };
}

it('is found by the address of its page, whole, in any language, and by a former one', async () => {
  const id = await organisationNamed(db, 'former');
  const values = { type: 'other', level: 'local', name: inFrench('Ministère') } as const;
  done(await updateOrganisation(db, administrator, { id, version: 1, slug: 'ministry', ...values }));
  const ref = { kind: 'organisations' as const, id };
  const path = '/organisations/ministry';
  for (const address of [`${publicUrl}/ar${path}?x=1#y`, path, `/en${path}`, '/fr/organisations/former'])
    expect([address, await find(address)]).toEqual([address, ref]);
  expect(await listNamedRecords(db.reader, [ref])).toEqual([
    { ...ref, name: { fr: 'Ministère', original: 'fr' }, address: path, isFile: false },
  ]);
});

it('is a meeting, a session or a document of it', async () => {
  const item = {
    workshopId: meeting,
    anchor: 'opening',
    position: 1,
    kind: 'plenary',
    title: inFrench('Ouverture'),
  } as const;
  const { id: session } = done(await createItem(db, administrator, item));
  const { id, address } = await documentOf(meeting, 'public');
  const refs = [
    await find('/fr/workshops/meeting#conclusions'),
    await find('/fr/workshops/meeting#item-opening'),
    await find(`${publicUrl}${address}`),
  ];
  expect(refs).toEqual([
    { kind: 'workshops', id: meeting },
    { kind: 'programme_items', id: session },
    { kind: 'documents', id },
  ]);
  const named = await listNamedRecords(
    db.reader,
    refs.flatMap((ref) => ref ?? []),
  );
  expect(named.map((record) => record.address)).toEqual([
    '/workshops/meeting',
    '/workshops/meeting#item-opening',
    address,
  ]);
});

it('is nothing that is not for everybody, nor of elsewhere', async () => {
  const hidden = {
    slug: 'hidden',
    reference: 'H',
    title: inFrench('Cachée'),
    visibility: 'network',
  } as const;
  const { id } = done(await createRecommendation(db, administrator, hidden));
  const document = await documentOf(draft, 'secret');
  for (const address of [
    document.address,
    '/workshops/secret',
    '/recommendations/hidden',
    '/workshops/nothing',
    '/accounts/x',
    '/constructor/x',
    'https://elsewhere.example/workshops/meeting',
    '//elsewhere.example/workshops/meeting',
    'javascript:alert(1)',
    '/',
    'http://[',
  ])
    expect([address, await find(address)]).toEqual([address, undefined]);
  const refs = [
    { kind: 'workshops', id: draft },
    { kind: 'documents', id: document.id },
    { kind: 'recommendations', id },
    { kind: 'accounts', id },
  ] as const;
  expect(await listNamedRecords(db.reader, refs)).toEqual([]);
});
