import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { silentLog } from '#platform/log/log.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { signInWhenAsked } from '#platform/sign-in/open.ts';
import { readVisitor } from '../accounts/queries.server.ts';
import { createFirstAccount, setupToken, type Setup } from './changes.server.ts';

const input = {
  name: 'Administration',
  email: 'Admin@region.example',
  locale: 'fr' as const,
  password: 'quatre mots sans lien',
};
const closed = { ok: false, reason: 'network_setup_closed' };
let db: TestDatabase;
let setup: Setup;
beforeEach(async () => {
  db = await openTestDatabase();
  const secrets = openSecrets(db.location.dataFolder);
  const publicUrl = 'http://localhost:3000';
  setup = { db, secrets, signIn: signInWhenAsked({ db, log: silentLog, publicUrl, secrets }) };
});
afterEach(() => db.close());

describe('the first account', () => {
  it('is made by the node’s own token, administers the network, and signs in with its password', async () => {
    const token = await setupToken(setup);
    expect(await setupToken(setup)).toBe(token);
    const made = await createFirstAccount(setup, token!, input);
    expect(made).toMatchObject({ ok: true });
    const { accountId } = made as { accountId: string };
    expect((await readVisitor(db.reader, accountId))?.actor.grants).toEqual([
      { role: 'administrator', scope: 'network', on: 'network' },
    ]);
    const signIn = await setup.signIn();
    expect(await signIn.isPassword(accountId, input.password)).toBe(true);
    const admitted = await signIn.withPassword('admin@region.example', input.password, new Headers());
    expect(admitted?.accountId).toBe(accountId);
  });

  it('is made once: the token is gone, and no other is given', async () => {
    const token = await setupToken(setup);
    await createFirstAccount(setup, token!, input);
    expect(setup.secrets.read('setup')).toBeUndefined();
    expect(await createFirstAccount(setup, token!, { ...input, email: 'b@region.example' })).toEqual(closed);
    expect(await setupToken(setup)).toBeNull();
  });

  it('is refused with another token, without one, and before any was given', async () => {
    expect(await createFirstAccount(setup, '', input)).toEqual(closed);
    await setupToken(setup);
    expect(await createFirstAccount(setup, 'made up', input)).toEqual(closed);
  });

  it('is refused with a short password, and the token still holds', async () => {
    const token = await setupToken(setup);
    expect(await createFirstAccount(setup, token!, { ...input, password: 'short' })).toEqual({
      ok: false,
      reason: 'network_problem_password_short',
      field: 'password',
    });
    expect(await createFirstAccount(setup, token!, input)).toMatchObject({ ok: true });
  });
});
