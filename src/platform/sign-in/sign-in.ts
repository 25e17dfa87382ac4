import type { Admission, SignedIn, SignIn } from './model.ts';
import { LIBRARY_PATH, openLibrary, type LibraryOptions } from './library.ts';

/** What the library may be asked for over HTTP: nothing that a form of ours does. */
const OVER_HTTP = [
  'passkey/generate-register-options',
  'passkey/verify-registration',
  'passkey/generate-authenticate-options',
  'passkey/verify-authentication',
  'sign-in/oauth2',
  'oauth2/callback/',
].map((path) => `${LIBRARY_PATH}/${path}`);

/** Opens the ways in. The library is loaded by the first who asks: readers never pay for it. */
export function openSignIn(options: LibraryOptions): SignIn {
  const library = openLibrary(options);
  const { api } = library;

  return {
    async session(headers) {
      const { response, headers: out } = await api.getSession({ headers, returnHeaders: true });
      return response && signedIn(response.session, out);
    },
    async withPassword(email, password, headers) {
      return admission(await api.signInEmail({ body: { email, password }, headers, asResponse: true }));
    },
    async linkToken(email, headers) {
      const { internalAdapter } = await library.$context;
      const found = await internalAdapter.findUserByEmail(email);
      let token: string | null = null;
      const receive = (given: string) => void (token = given);
      await api.signInMagicLink({ body: { email, metadata: { receive } }, headers });
      return found ? token : null;
    },
    async withLink(token, headers) {
      return admission(await api.magicLinkVerify({ query: { token }, headers, asResponse: true }));
    },
    async open(accountId, headers) {
      const opened = await admission(
        await api.openSession({ body: { accountId }, headers, asResponse: true }),
      );
      if (!opened) throw new Error(`No session could be opened for ${accountId}`);
      return opened;
    },
    async end(headers) {
      const answer = await api.signOut({ headers, asResponse: true });
      return answer.headers.getSetCookie();
    },
    async hasPassword(accountId) {
      return (await passwordOf(accountId)) !== undefined;
    },
    async isPassword(accountId, password) {
      const hash = await passwordOf(accountId);
      if (!hash) return false;
      const context = await library.$context;
      return context.password.verify({ hash, password });
    },
    async setPassword(accountId, password, keepSessionId) {
      const context = await library.$context;
      const hash = await context.password.hash(password);
      if (await passwordOf(accountId)) await context.internalAdapter.updatePassword(accountId, hash);
      else
        await context.internalAdapter.linkAccount({
          userId: accountId,
          providerId: 'credential',
          accountId,
          password: hash,
        });
      for (const session of await context.internalAdapter.listSessions(accountId))
        if (session.id !== keepSessionId) await context.internalAdapter.deleteSession(session.token);
    },
    async answer(request) {
      const { pathname } = new URL(request.url);
      const open = OVER_HTTP.some(
        (path) => pathname === path || (path.endsWith('/') && pathname.startsWith(path)),
      );
      return open ? library.handler(request) : new Response(null, { status: 404 });
    },
  };

  async function passwordOf(accountId: string): Promise<string | undefined> {
    const context = await library.$context;
    const methods = await context.internalAdapter.findAccounts(accountId);
    return methods.find(({ providerId }) => providerId === 'credential')?.password ?? undefined;
  }
}

function signedIn(session: { id: string; userId: string; createdAt: Date }, headers: Headers): SignedIn {
  return {
    accountId: session.userId,
    sessionId: session.id,
    since: session.createdAt,
    cookies: headers.getSetCookie(),
  };
}

async function admission(answer: Response): Promise<Admission | null> {
  if (!answer.ok) return null;
  const { user } = (await answer.json()) as { user: { id: string } };
  return { accountId: user.id, cookies: answer.headers.getSetCookie() };
}
