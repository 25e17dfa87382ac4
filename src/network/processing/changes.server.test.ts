import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createAccount } from '../accounts/changes.server.ts';
import { changeController } from './changes.server.ts';
import { processings } from './model.ts';
import { listProcessings, readController } from './queries.server.ts';

const administrator = systemActor('test');
let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

it('names who answers for the processing, by an administrator’s word', async () => {
  expect(await readController(db.reader)).toBeNull();
  expect(await changeController(db, anonymous, { name: 'A council' })).toMatchObject({ ok: false });
  expect(await changeController(db, administrator, { name: ' ' })).toMatchObject({ field: 'name' });
  done(await changeController(db, administrator, { name: 'A council' }));
  done(await changeController(db, administrator, { name: 'A council', declaration: 'D-1' }));
  expect(await readController(db.reader)).toEqual({
    name: 'A council',
    address: null,
    contact: null,
    declaration: 'D-1',
  });
  const told = await db.reader.selectFrom('journal').select(['actor_id', 'verb']).execute();
  expect(told).toEqual([
    { actor_id: administrator.id, verb: 'create' },
    { actor_id: administrator.id, verb: 'update' },
  ]);
});

it('counts what the node holds, since when', async () => {
  done(await createAccount(db, administrator, { name: 'A role', email: 'role@example.org', locale: 'fr' }));
  const facts = await listProcessings(db.reader);
  expect(facts.map(({ id }) => id)).toEqual(processings.map(({ id }) => id));
  expect(facts.find(({ id }) => id === 'accounts')).toMatchObject({ count: 1, oldest: expect.any(String) });
  expect(facts.find(({ id }) => id === 'sessions')).toMatchObject({ count: 0, oldest: null });
});
