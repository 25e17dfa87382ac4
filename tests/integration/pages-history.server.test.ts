import { deleteItem, updateItem } from '#events/programme/changes.server.ts';
import { changeStatus } from '#events/status/changes.server.ts';
import { createDocument, deleteDocument } from '#network/documents/changes.server.ts';
import { keepFile } from '#platform/files/keep.ts';
import { openStore } from '#platform/files/store.ts';
import { pdf } from '#platform/files/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plain } from '../support/html.ts';
import { idAt, inThree, tie, writeMeeting } from '../support/meeting.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { openSession, post } from '../support/session.ts';

/* A workshop's history tells of all that belongs to it, in words. */

let node: TestNode;
let cookie: string;
let meeting: { id: string; items: string[] };
beforeAll(async () => {
  node = await startNode();
  cookie = await openSession(node, 'coordinator');
  const { file } = done(
    await keepFile(openStore(node.location.dataFolder), { name: 'note.pdf', bytes: pdf }),
  );
  await node.write(async (tx) => {
    const days = { startsOn: '2030-03-10', endsOn: '2030-03-11', status: 'announced' } as const;
    meeting = await writeMeeting(tx, 'told', { ...days, audiences: ['academia'] }, [{}, {}]);
    await tie(tx, 'told', meeting);
    // Another meeting's changes are none of this one's.
    await writeMeeting(tx, 'silent', days);
  });
  await node.write(async (tx) => {
    const [first, second] = meeting.items as [string, string];
    const item = { kind: 'plenary', title: inThree('renamed'), day: '2030-03-11', shift: false } as const;
    const personId = await idAt(tx, 'people', 'ana-fonseca');
    done(
      await updateItem(tx, tester, {
        ...item,
        id: second,
        version: 1,
        contributions: [{ part: 'moderator', personId }],
      }),
    );
    expect((await deleteItem(tx, tester, { id: first, version: 1 })).ok).toBe(false);
    const owner = { ownerId: meeting.id, ownerKind: 'workshops' } as const;
    const { id } = done(await createDocument(tx, tester, { ...owner, role: 'document', file }, true));
    done(await deleteDocument(tx, tester, { ownerId: meeting.id, documentId: id }, true));
    done(await changeStatus(tx, tester, { id: meeting.id, version: 1, to: 'open' }));
  });
});
afterAll(() => node?.stop());

const history = async (locale: string) =>
  plain(await (await node.get(`/${locale}/workshops/told/history`, { cookie })).text());

it('names items, people and documents, what was done with them, states and days, in French', async () => {
  const text = await history('fr');
  for (const told of [
    'Changement · Point du programme : renamed en français',
    'Titre, en français told-2 en français renamed en français',
    'Jour 11 mars 2030',
    'Ajout · Intervention : Ana Fonseca',
    'Ajout · Document ou image : note.pdf',
    'Retrait · Document ou image : note.pdf',
    'État de la rencontre Annoncée Inscriptions ouvertes',
    'Premier jour 10 mars 2030',
    'Ajout · Public : monde académique',
  ])
    expect(text).toContain(told);
  expect(text).not.toContain('silent');
  expect(text).not.toContain('2030-03-1');
});

it('says the same in Arabic', async () => {
  const text = await history('ar');
  for (const told of ['فقرة من البرنامج : renamed بالعربية', 'العنوان، بالعربية', '10 مارس 2030'])
    expect(text).toContain(told);
});

it('offers a version again only where that would change a field, and keeps what it knows nothing of', async () => {
  const row = () =>
    node.services.db.reader
      .selectFrom('workshops')
      .selectAll()
      .where('slug', '=', 'told')
      .executeTakeFirstOrThrow();
  const page = async () => (await node.get('/fr/workshops/told/history', { cookie })).text();
  // Only the state differs, which a version doesn't bring back.
  expect(await page()).not.toContain('action="?/restore"');
  await node.write((tx) =>
    tx.updateTable('workshops').set({ city_fr: 'Oujda' }).where('id', '=', meeting.id).execute(),
  );
  expect(await page()).toContain('action="?/restore"');
  const standing = /name="standing" value="(\d+)"/.exec(await page())![1]!;
  const restoring = { version: '1', standing };
  const answer = await post(node, '/fr/workshops/told/history?/restore', restoring, { cookie });
  expect(answer.status).toBe(303);
  expect(await row()).toMatchObject({ city_fr: 'told en français', status: 'open' });
  const audiences = await node.services.db.reader
    .selectFrom('audiences')
    .select('actor_type')
    .where('workshop_id', '=', meeting.id)
    .execute();
  expect(audiences).toEqual([{ actor_type: 'academia' }]);
  expect(node.errors).toEqual([]);
});
