import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { keepFile } from '#platform/files/keep.ts';
import { openStore } from '#platform/files/store.ts';
import { pdf } from '#platform/files/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createDocument, deleteDocument } from '../documents/changes.server.ts';
import { createPerson } from '../people/changes.server.ts';
import { unnamedFiles } from './changes.server.ts';
import { UNNAMED_FILES_KEPT } from './model.ts';

const tester = systemActor('test');
const after = (days: number) => () => new Date(Date.now() + days * 86_400_000);

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'indimaj-files-'));
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps files that a record names or named, and sweeps the others once they are a day old', async () => {
  const store = openStore(folder);
  const name = { fr: 'Auteure', original: 'fr' as const };
  const { id: ownerId } = done(await createPerson(db, tester, { slug: 'author', name }));
  const document = async (more: string) => {
    const { file } = done(
      await keepFile(store, { name: 'x.pdf', bytes: Buffer.concat([pdf, Buffer.from(more)]) }),
    );
    const { id } = done(
      await createDocument(db, tester, { ownerId, ownerKind: 'people', role: 'document', file }, true),
    );
    return { id, sha256: file.sha256 };
  };
  const [standing, former] = [await document('% standing\n'), await document('% former\n')];
  done(await deleteDocument(db, tester, { ownerId, documentId: former.id }, true));
  const unnamed = await store.put(Buffer.from('its record was cut off'));

  const sweeping = unnamedFiles(store);
  expect(await sweeping.purge(db, after(UNNAMED_FILES_KEPT - 0.01))).toBe(0);
  expect(await store.list()).toEqual([standing.sha256, former.sha256, unnamed].toSorted());
  expect(await sweeping.purge(db, after(UNNAMED_FILES_KEPT + 0.01))).toBe(1);
  expect(await store.list()).toEqual([standing.sha256, former.sha256].toSorted());
});
