import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who the provider says has signed in. */
export interface ProvidedPerson {
  sub: string;
  email: string;
  email_verified: boolean;
}

/** An identity provider of a test's own (OpenID Connect Core 1.0, code flow with PKCE). */
export interface TestProvider {
  discoveryUrl: string;
  /** Who comes back from it next. */
  person: ProvidedPerson;
  /** What it signs with; another key than it publishes makes its tokens worthless. */
  forge: boolean;
  stop(): Promise<void>;
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Starts a provider that admits everyone at once as {@link TestProvider.person}. */
export async function startProvider(clientId: string, clientSecret: string): Promise<TestProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { nonce: string | null; challenge: string | null; person: ProvidedPerson }>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (url.pathname === '/keys')
      return json({
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
      });
    if (url.pathname === '/authorize') {
      const code = randomBytes(8).toString('hex');
      const { searchParams: asked } = url;
      codes.set(code, {
        nonce: asked.get('nonce'),
        challenge: asked.get('code_challenge'),
        person: provider.person,
      });
      const back = new URL(asked.get('redirect_uri')!);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state')!);
      return response.writeHead(302, { location: back.href }).end();
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    const known = codes.get(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const basic = Buffer.from(
      request.headers.authorization?.replace('Basic ', '') ?? '',
      'base64',
    ).toString();
    const secret = form.get('client_secret') ?? basic.split(':')[1];
    if (!known || known.challenge !== challenge || secret !== clientSecret)
      return json({ error: 'invalid_grant' }, 400);
    codes.delete(form.get('code')!);
    const now = Math.floor(Date.now() / 1_000);
    const head = base64url({ alg: 'RS256', kid: 'k', typ: 'JWT' });
    const claims = base64url({
      iss: issuer,
      aud: clientId,
      iat: now,
      exp: now + 300,
      name: 'A role',
      ...known.person,
      ...(known.nonce && { nonce: known.nonce }),
    });
    const signed = `${head}.${claims}`;
    const key = provider.forge ? other.privateKey : keys.privateKey;
    const signature = sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url');
    return json({
      access_token: 'an access token',
      token_type: 'Bearer',
      expires_in: 300,
      id_token: `${signed}.${signature}`,
    });
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider: TestProvider = {
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    person: { sub: '1', email: 'nobody@example.org', email_verified: true },
    forge: false,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return provider;
}
