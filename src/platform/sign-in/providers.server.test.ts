import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { silentLog } from '../log/log.ts';
import { newId } from '../records/uuid.ts';
import type { SignIn } from './model.ts';
import { openSignIn } from './sign-in.ts';
import { startProvider, type TestProvider } from './testing-provider.ts';

const publicUrl = 'http://localhost:3000';
const to = {
  after: `${publicUrl}/fr/sign-in?after=%2Ffr`,
  refused: `${publicUrl}/fr/sign-in?provider=refused`,
};

let db: TestDatabase;
let provider: TestProvider;
let signIn: SignIn;
let accountId: string;
let email: string;

beforeAll(async () => {
  db = await openTestDatabase();
  provider = await startProvider('indimaj', 'a client secret');
  const known = { id: 'regions', discoveryUrl: provider.discoveryUrl, clientId: 'indimaj' };
  signIn = openSignIn({
    db,
    log: silentLog,
    publicUrl,
    name: 'Indimaj',
    secret: 'a secret of this test, long enough to be one',
    providers: [
      { ...known, clientSecret: 'a client secret' },
      { ...known, id: 'mistaken', clientSecret: 'another' },
      { ...known, id: 'gone', clientSecret: 'any', discoveryUrl: 'http://localhost:9/none' },
    ],
  });
});
afterAll(async () => {
  await provider.stop();
  await db.close();
});

beforeEach(async () => {
  accountId = newId();
  email = `focal-point-${accountId}@example.org`;
  const now = new Date().toISOString();
  const row = {
    id: accountId,
    created_at: now,
    updated_at: now,
    personal_name: 'A focal point',
    personal_email: email,
    email_verified: 1,
  };
  await db.transaction((tx) =>
    tx
      .insertInto('accounts' as never)
      .values(row as never)
      .execute(),
  );
  provider.forge = false;
  provider.person = { sub: accountId, email, email_verified: true };
});

const headersOf = (cookies: string[]) =>
  new Headers({ host: 'localhost:3000', cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });

/** Goes to the provider and comes back, as a browser does. @returns where it ends, and whose session it then has */
async function goThrough(id = 'regions', change: (back: URL) => void = () => undefined) {
  const way = await signIn.withProvider(id, to, headersOf([]));
  const { headers } = await fetch(way!.url, { redirect: 'manual' });
  const back = new URL(headers.get('location')!);
  change(back);
  const answer = await signIn.answer(new Request(back, { headers: headersOf(way!.cookies) }));
  const session = await signIn.session(headersOf(answer.headers.getSetCookie()));
  return { to: answer.headers.get('location') ?? '', accountId: session?.accountId ?? null };
}

const accounts = async () =>
  (
    await db.reader
      .selectFrom('accounts' as never)
      .selectAll()
      .execute()
  ).length;

describe('an identity provider', () => {
  it('admits who has an account under the address it has verified, again and again', async () => {
    expect(await goThrough()).toEqual({ to: to.after, accountId });
    expect(await goThrough()).toEqual({ to: to.after, accountId });
  });

  it('admits nobody without an account, and makes none', async () => {
    const before = await accounts();
    provider.person = { sub: 'x', email: 'nobody@example.org', email_verified: true };
    const came = await goThrough();
    expect([came.accountId, new URL(came.to).searchParams.get('provider')]).toEqual([null, 'refused']);
    expect(await accounts()).toBe(before);
  });

  it('admits nobody under an address it has not verified', async () => {
    provider.person = { sub: accountId, email, email_verified: false };
    expect((await goThrough()).accountId).toBeNull();
  });

  it('is not believed when its token is signed by somebody else', async () => {
    provider.forge = true;
    expect((await goThrough()).accountId).toBeNull();
  });

  it('is not believed when the state is another’s, or the secret is wrong', async () => {
    const forged = await goThrough('regions', (back) => back.searchParams.set('state', 'made-up'));
    expect(forged.accountId).toBeNull();
    expect((await goThrough('mistaken')).accountId).toBeNull();
  });

  it('leaves no token that would read more of the person', async () => {
    await goThrough();
    const kept = await db.reader
      .selectFrom('sign_in_methods')
      .selectAll()
      .where('account_id', '=', accountId)
      .execute();
    expect(kept).toMatchObject([
      { provider_id: 'regions', access_token: null, refresh_token: null, id_token: null },
    ]);
  });

  it('that is unknown or does not answer leads nowhere and keeps nobody else out', async () => {
    expect(await signIn.withProvider('unknown', to, headersOf([]))).toBeNull();
    expect(await signIn.withProvider('gone', to, headersOf([]))).toBeNull();
    expect((await goThrough()).accountId).toBe(accountId);
  });
});
