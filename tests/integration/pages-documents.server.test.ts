import { createDocument } from '#network/documents/changes.server.ts';
import { fileAddress, type DocumentRow } from '#network/documents/model.ts';
import { keepFile } from '#platform/files/keep.ts';
import { openStore } from '#platform/files/store.ts';
import { pdf } from '#platform/files/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeMeeting } from '../support/meeting.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';

/* A draft's document is for nobody but who may read the draft; a public one is handed out so that it can do no harm. */

let node: TestNode;
let meeting: string;
let address: string;
beforeAll(async () => {
  node = await startNode();
  const { file } = done(
    await keepFile(openStore(node.location.dataFolder), { name: 'محضر "1".exe', bytes: pdf }),
  );
  meeting = await node.write(async (tx) => {
    const { id } = await writeMeeting(tx, 'hidden', { status: 'draft' });
    done(
      await createDocument(tx, tester, { ownerId: id, ownerKind: 'workshops', role: 'document', file }, true),
    );
    return id;
  });
  address = fileAddress({ sha256: file.sha256, narrow_sha256: null, name: file.name } as DocumentRow);
});
afterAll(() => node?.stop());

it('of a draft is not there, as what never was isn’t', async () => {
  const nowhere = address.replace(/[0-9a-f]{64}/, 'f'.repeat(64));
  for (const path of [address, nowhere, '/api/documents/..%2F..%2Findimaj.db', '/api/documents/x.pdf'])
    expect((await node.get(path)).status, path).toBe(404);
});

it('of a public workshop is a download under its name, kept by its reader only, and stands on the page', async () => {
  await node.write((tx) => updateRecord(tx, tester, 'workshops', meeting, { status: 'announced' }));
  const answer = await node.get(address);
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
  const header = (name: string) => answer.headers.get(name);
  expect(header('content-type')).toBe('application/pdf');
  expect(header('x-content-type-options')).toBe('nosniff');
  expect(header('cache-control')).toBe('private, max-age=31536000, immutable');
  expect(header('content-security-policy')).toContain("default-src 'none'");
  expect(header('content-security-policy')).toContain('sandbox');
  expect(header('content-disposition')).toMatch(/^attachment; filename="[ -~]*"; filename\*=UTF-8''%D9%85/);
  expect(await (await node.get('/ar/workshops/hidden')).text()).toContain(address);
});

it('is gone again with its workshop', async () => {
  await node.write((tx) => updateRecord(tx, tester, 'workshops', meeting, { status: 'draft' }));
  expect((await node.get(address)).status).toBe(404);
  expect((await node.get('/ar/workshops/hidden')).status).toBe(404);
  expect(node.errors).toEqual([]);
});
