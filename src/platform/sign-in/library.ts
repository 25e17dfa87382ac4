import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint, APIError } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { genericOAuth, magicLink } from 'better-auth/plugins';
import * as v from 'valibot';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import { newId } from '../records/uuid.ts';
import { FRESH_SECONDS, LINK_SECONDS, type OpenIdProvider } from './model.ts';

/** Where the library answers: passkeys and identity providers. */
export const LIBRARY_PATH = '/api/sign-in';

const DAY = 24 * 60 * 60;

const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};

export interface LibraryOptions {
  db: Database;
  log: Log;
  publicUrl: string;
  /** The network's name, which a device shows beside a passkey. */
  name: string;
  secret: string;
  providers: OpenIdProvider[];
}

/** better-auth over the node's own database; both engines hold its dates and booleans as SQLite does. */
export function openLibrary({ db, log, publicUrl, name, secret, providers }: LibraryOptions) {
  return betterAuth({
    appName: name,
    baseURL: publicUrl,
    basePath: LIBRARY_PATH,
    secret,
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => log[level === 'error' ? 'error' : 'info']('sign-in', { message }),
    },
    database: { db: db.connection as never, type: 'sqlite' },
    // Every way in is counted by withinLimit, which also sees the forms; see platform/limits.
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => newId() },
      cookiePrefix: 'indimaj_sign_in',
      cookies: { session_token: { name: 'indimaj_session' } },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    user: {
      modelName: 'accounts',
      fields: {
        name: 'personal_name',
        email: 'personal_email',
        emailVerified: 'email_verified',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      modelName: 'sign_in_sessions',
      expiresIn: 30 * DAY,
      updateAge: DAY,
      freshAge: FRESH_SECONDS,
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    databaseHooks: {
      // However somebody proves who they are: no session for an account that may not sign in.
      session: { create: { before: async ({ userId }) => mayBegin(db, userId) } },
      // An identity provider says once who somebody is; what it would let us read of them later is not kept.
      account: {
        create: { before: async (method) => ({ data: { ...method, ...noTokens } }) },
        update: { before: async (method) => ({ data: { ...method, ...noTokens } }) },
      },
    },
    // Led to the reader's language from there.
    onAPIError: { errorURL: `${publicUrl}/sign-in?provider=refused` },
    account: {
      modelName: 'sign_in_methods',
      fields: {
        userId: 'account_id',
        providerId: 'provider_id',
        accountId: 'provider_account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      // An identity provider admits who already has an account under an address that it says it has verified.
      accountLinking: { enabled: true },
    },
    verification: {
      modelName: 'sign_in_tokens',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_SECONDS,
        storeToken: 'hashed',
        sendMagicLink: ({ token, metadata = {} }) => (metadata['receive'] as (token: string) => void)(token),
      }),
      passkey({
        rpID: new URL(publicUrl).hostname,
        rpName: name,
        origin: new URL(publicUrl).origin,
        schema: {
          passkey: {
            modelName: 'passkeys',
            fields: {
              publicKey: 'public_key',
              userId: 'account_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      genericOAuth({
        config: providers.map(({ id, discoveryUrl, clientId, clientSecret }) => ({
          providerId: id,
          discoveryUrl,
          clientId,
          clientSecret,
          scopes: ['openid', 'email', 'profile'],
          pkce: true,
          disableSignUp: true,
          requireIdTokenVerification: true,
        })),
      }),
      opening(),
    ],
  });
}

export type Library = ReturnType<typeof openLibrary>;

/** Opens a session for an account that needs no proof; for callers on the server, never over HTTP. */
function opening() {
  return {
    id: 'opening',
    endpoints: {
      openSession: createAuthEndpoint(
        '/open',
        { method: 'POST', body: v.object({ accountId: v.string() }), metadata: { SERVER_ONLY: true } },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId);
          if (!user) throw new APIError('NOT_FOUND');
          const session = await ctx.context.internalAdapter.createSession(user.id);
          if (!session) throw new APIError('FORBIDDEN');
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ user: { id: user.id } });
        },
      ),
    },
  };
}

async function mayBegin(db: Database, accountId: string): Promise<boolean> {
  const account = await db.reader
    .selectFrom('accounts' as never)
    .select('status' as never)
    .where('id' as never, '=', accountId as never)
    .executeTakeFirst();
  return (account as { status: string } | undefined)?.status === 'active';
}
