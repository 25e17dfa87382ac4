import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { NETWORK, systemActor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { run } from '../testing.ts';

const tester = systemActor('test');
let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
  const one = { name: 'A member to erase', email: 'member@example.org', locale: 'fr' } as const;
  done(await createAccount(db, tester, one));
  const other = { ...one, name: 'An administrator', email: 'last@example.org' };
  const { id } = done(await createAccount(db, tester, other));
  done(await giveRole(db, tester, { accountId: id, role: 'administrator', scope: 'network', on: NETWORK }));
});
afterAll(() => db.close());

const user = (...args: string[]) => run(['user', ...args], { location: db.location });

it('says what can be done, and that an address is nobody’s', async () => {
  expect(await user('promote')).toMatchObject({
    code: 2,
    errors: [expect.stringContaining('export, erase')],
  });
  expect(await user('erase', 'nobody@example.org', '--yes')).toMatchObject({
    code: 1,
    errors: ['No account has the address nobody@example.org.'],
  });
});

it('writes everything held about an account into a file for its owner only', async () => {
  const file = join(db.location.dataFolder, 'export.json');
  expect(await user('export', 'Member@example.org', file)).toMatchObject({ code: 0, output: [file] });
  expect(JSON.parse(readFileSync(file, 'utf8')).held.account).toMatchObject([
    { name: 'A member to erase', email: 'member@example.org', state: 'active' },
  ]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await user('export', 'member@example.org', file)).code).toBe(1);
});

it('erases only when told to, and never the last administrator', async () => {
  expect(await user('erase', 'member@example.org')).toMatchObject({
    code: 1,
    errors: ['Nothing is erased. To do it, add --yes.'],
  });
  expect((await user('erase', 'member@example.org', '--yes')).code).toBe(0);
  const rows = await db.reader
    .selectFrom('accounts')
    .select(['personal_name', 'status'])
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    { personal_name: '', status: 'erased' },
    { personal_name: 'An administrator', status: 'active' },
  ]);
  expect(await user('erase', 'last@example.org', '--yes')).toMatchObject({
    code: 1,
    errors: [expect.stringContaining('last administrator')],
  });
});
