import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { newId } from '../records/uuid.ts';
import { adoptDraft, discardDraft, holdDraft, keepDraft, listDrafts, readDraft } from './drafts.ts';

let db: TestDatabase;
let mine: { accountId: string; address: string };
beforeAll(async () => void (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(async () => {
  mine = { accountId: newId(), address: '/new/workshops' };
  const now = '2026-11-25T12:00:00.000Z';
  await db.transaction((tx) =>
    tx
      .insertInto('accounts' as never)
      .values({
        id: mine.accountId,
        created_at: now,
        updated_at: now,
        personal_name: 'a',
        personal_email: mine.accountId,
      } as never)
      .execute(),
  );
});

const at = (hour: number) => () => new Date(Date.UTC(2026, 10, 25, hour));
const keep = (title: string, hour = 12) =>
  db.transaction((tx) => keepDraft(tx, mine, { values: { title }, baseVersion: 3 }, at(hour)));

it('a draft is replaced by a newer one, and gone once it is discarded', async () => {
  await keep('one');
  await keep('two', 13);
  expect(await readDraft(db.reader, mine)).toEqual({
    values: { title: 'two' },
    baseVersion: 3,
    updatedAt: '2026-11-25T13:00:00.000Z',
  });
  expect(await listDrafts(db.reader, mine.accountId)).toHaveLength(1);
  await db.transaction((tx) => discardDraft(tx, mine));
  expect(await readDraft(db.reader, mine)).toBeUndefined();
});

it('a draft is nobody else’s', async () => {
  await keep('mine');
  expect(await readDraft(db.reader, { ...mine, accountId: newId() })).toBeUndefined();
});

it('what was sent after a session ended waits for the one who has its key', async () => {
  const draft = { values: { title: 'kept' }, baseVersion: null };
  const key = await db.transaction((tx) => holdDraft(tx, mine.address, draft, at(12)));
  await keep('older');
  await db.transaction((tx) => adoptDraft(tx, 'another key', mine.accountId));
  expect((await readDraft(db.reader, mine))?.values).toEqual({ title: 'older' });
  await db.transaction((tx) => adoptDraft(tx, key, mine.accountId));
  expect((await readDraft(db.reader, mine))?.values).toEqual({ title: 'kept' });
  const rows = await db.reader.selectFrom('form_drafts').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(key);
});

it('what nobody came for is forgotten after a day', async () => {
  const hold = (hour: number) =>
    db.transaction((tx) => holdDraft(tx, '/x', { values: {}, baseVersion: null }, at(hour)));
  await hold(0);
  await hold(23);
  await hold(26);
  const held = await db.reader.selectFrom('form_drafts').select('id').where('address', '=', '/x').execute();
  expect(held).toHaveLength(2);
});
