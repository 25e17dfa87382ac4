import type { Admission, SignedIn, SignIn } from './model.ts';
import { LIBRARY_PATH, openLibrary, type Library, type LibraryOptions } from './library.ts';

/** What the library may be asked for over HTTP: nothing that a form of ours does. */
const OVER_HTTP = [
  'passkey/generate-register-options',
  'passkey/verify-registration',
  'passkey/generate-authenticate-options',
  'passkey/verify-authentication',
].map((path) => `${LIBRARY_PATH}/${path}`);

/** Where identity providers send who comes from them; the provider's id follows. */
const CALLBACK = `${LIBRARY_PATH}/callback/`;

/** How long an identity provider may take to say where its pages are, in milliseconds. */
const PATIENCE = 8_000;

/** Opens the ways in. The library is loaded by the first who asks: readers never pay for it. */
export function openSignIn(options: LibraryOptions): SignIn {
  const library = openLibrary({ ...options, providers: [] });
  const { api } = library;
  // The library asks a provider for its configuration before it does anything else. Each provider has one of its
  // own, so that one which doesn't answer keeps nobody out but those who come through it.
  const throughProviders = new Map<string, Library>();

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
    async withProvider(id, { after, refused }, headers) {
      const through = await libraryOf(id);
      if (!through) return null;
      const answer = await through.api.signInSocial({
        body: { provider: id, callbackURL: after, errorCallbackURL: refused, disableRedirect: true },
        headers,
        asResponse: true,
      });
      if (!answer.ok) return null;
      const { url } = (await answer.json()) as { url?: string };
      return url === undefined ? null : { url, cookies: answer.headers.getSetCookie() };
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
      const nothing = () => new Response(null, { status: 404 });
      if (pathname.startsWith(CALLBACK)) {
        const through = request.method === 'GET' && (await libraryOf(pathname.slice(CALLBACK.length)));
        return through ? through.handler(request) : nothing();
      }
      return OVER_HTTP.includes(pathname) ? library.handler(request) : nothing();
    },
  };

  /** The library that knows one provider; undefined where there is none of that name or it doesn't answer. */
  async function libraryOf(id: string): Promise<Library | undefined> {
    const provider = options.providers.find((known) => known.id === id);
    const opened = throughProviders.get(id);
    if (!provider || opened) return opened;
    if (!(await answers(provider.discoveryUrl))) return undefined;
    const through = openLibrary({ ...options, providers: [provider] });
    throughProviders.set(id, through);
    return through;
  }

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

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
  return answer?.ok === true;
}
