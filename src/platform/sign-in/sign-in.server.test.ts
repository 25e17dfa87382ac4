import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { silentLog } from '../log/log.ts';
import { newId } from '../records/uuid.ts';
import type { SignIn } from './model.ts';
import { openSignIn } from './sign-in.ts';

let db: TestDatabase;
let signIn: SignIn;
let accountId: string;
let email: string;

beforeAll(async () => {
  db = await openTestDatabase();
  signIn = openSignIn({
    db,
    log: silentLog,
    publicUrl: 'http://localhost:3000',
    name: 'Indimaj',
    secret: 'a secret of this test, long enough to be one',
    providers: [],
  });
});
afterAll(() => db.close());

beforeEach(async () => {
  accountId = newId();
  email = `facilitator-${accountId}@example.org`;
  const now = new Date().toISOString();
  await db.transaction((tx) =>
    tx
      .insertInto('accounts' as never)
      .values({
        id: accountId,
        created_at: now,
        updated_at: now,
        personal_name: 'A facilitator',
        personal_email: email,
        email_verified: 1,
      } as never)
      .execute(),
  );
});

const none = () => new Headers({ host: 'localhost:3000' });
/** The headers of a browser that kept these cookies. */
const keeping = (cookies: string[]) =>
  new Headers({ host: 'localhost:3000', cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });

describe('a mail link', () => {
  it('signs in once', async () => {
    const token = await signIn.linkToken(email, none());
    const admitted = await signIn.withLink(token!, none());
    expect(admitted?.accountId).toBe(accountId);
    expect((await signIn.session(keeping(admitted!.cookies)))?.accountId).toBe(accountId);
    expect(await signIn.withLink(token!, none())).toBeNull();
  });

  it('is made for nobody without an account, and admits nobody with a made-up token', async () => {
    expect(await signIn.linkToken('nobody@example.org', none())).toBeNull();
    expect(await signIn.withLink('made-up', none())).toBeNull();
  });

  it('stands in the database as a hash only', async () => {
    const token = await signIn.linkToken(email, none());
    const kept = JSON.stringify(await db.reader.selectFrom('sign_in_tokens').selectAll().execute());
    expect(kept).toContain(email);
    expect(kept).not.toContain(token!);
  });
});

describe('a password', () => {
  it('is refused before there is one, when it is wrong, and for an address nobody has', async () => {
    expect(await signIn.hasPassword(accountId)).toBe(false);
    expect(await signIn.withPassword(email, 'a long enough password', none())).toBeNull();
    await signIn.setPassword(accountId, 'a long enough password', null);
    expect(await signIn.hasPassword(accountId)).toBe(true);
    expect(await signIn.withPassword(email, 'another long password', none())).toBeNull();
    expect(await signIn.withPassword('nobody@example.org', 'a long enough password', none())).toBeNull();
  });

  it('signs in, whatever the case of the address', async () => {
    await signIn.setPassword(accountId, 'a long enough password', null);
    const admitted = await signIn.withPassword(email.toUpperCase(), 'a long enough password', none());
    expect(admitted?.accountId).toBe(accountId);
    expect(admitted?.cookies.join()).toMatch(/^indimaj_session=.*HttpOnly/);
  });

  it('that changes ends every other session', async () => {
    const first = await signIn.open(accountId, none());
    const second = await signIn.open(accountId, none());
    const mine = await signIn.session(keeping(second.cookies));
    await signIn.setPassword(accountId, 'a long enough password', mine!.sessionId);
    expect(await signIn.session(keeping(first.cookies))).toBeNull();
    expect((await signIn.session(keeping(second.cookies)))?.accountId).toBe(accountId);
  });
});

describe('a session', () => {
  it('ends, and its cookie with it', async () => {
    const { cookies } = await signIn.open(accountId, none());
    const forgetting = await signIn.end(keeping(cookies));
    expect(forgetting.join()).toContain('Max-Age=0');
    expect(await signIn.session(keeping(cookies))).toBeNull();
  });

  it('keeps no address of the network it came from', async () => {
    const headers = none();
    headers.set('x-forwarded-for', '203.0.113.7');
    await signIn.open(accountId, headers);
    const kept = await db.reader.selectFrom('sign_in_sessions').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain('203.0.113.7');
  });

  it('is nobody’s when the cookie is forged', async () => {
    const { cookies } = await signIn.open(accountId, none());
    const forged = cookies.map((cookie) => cookie.replace(/=(\w)/, (_, c) => (c === 'a' ? '=b' : '=a')));
    expect(await signIn.session(keeping(forged))).toBeNull();
  });
});

describe('over HTTP', () => {
  const ask = (path: string, body?: object) =>
    signIn.answer(
      new Request(`http://localhost:3000/api/sign-in/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );

  it('the library answers for passkeys, and for nothing that a form does', async () => {
    expect((await ask('passkey/generate-authenticate-options')).status).toBe(200);
    for (const [path, body] of [
      ['sign-up/email', { email: 'x@example.org', password: 'a long enough password', name: 'x' }],
      ['sign-in/email', { email, password: 'a long enough password' }],
      ['open', { accountId }],
      ['sign-in/magic-link', { email }],
      ['update-user', { name: 'x' }],
      ['delete-user', {}],
    ] as const)
      expect([path, (await ask(path, body)).status]).toEqual([path, 404]);
  });
});
