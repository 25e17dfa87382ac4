import { sequence, type Handle, type HandleServerError } from '@sveltejs/kit/hooks';
import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteGetLocale } from '#messages/runtime';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { Reads } from '#platform/cache/reads.ts';
import { SESSION_COOKIE_PREFIX } from '#platform/http/headers.ts';
import { isWithoutLocale, localized, splitLocale } from '#platform/locale/address.ts';
import { baseLocale, directionOf, preferredLocale, type Locale } from '#platform/locale/locale.ts';
import { services } from '#platform/services/services.ts';

/** The language of the page being made; messages ask for it wherever they stand. */
const language = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => language.getStore() ?? baseLocale);

/** An address without locale is a record's identifier: it leads to the reader's language. */
const withLocale: Handle = ({ event, resolve }) => {
  const { locale, address } = splitLocale(event.url.pathname);
  event.locals.locale = locale ?? baseLocale;
  event.locals.address = address;
  if (locale !== null || isWithoutLocale(address) || address.startsWith('/api/')) return resolve(event);
  const preferred = preferredLocale(event.request.headers.get('accept-language'));
  const location = localized(address, preferred) + event.url.search;
  return new Response(null, {
    status: 302,
    headers: { location, vary: 'accept-language', 'cache-control': 'private' },
  });
};

/** The node's services, and a database that notes what the page reads. */
const withServices: Handle = ({ event, resolve }) => {
  const { db, clock, publicUrl } = services();
  const reads = event.platform?.reads ?? new Reads();
  event.locals.reads = reads;
  event.locals.memory = event.platform?.memory;
  event.locals.db = { ...db, reader: reads.follow(db.reader) };
  event.locals.clock = clock;
  event.locals.publicUrl = publicUrl;
  return resolve(event);
};

/** Who asks: whoever the session's cookie names, as long as the account may sign in. */
const withActor: Handle = async ({ event, resolve }) => {
  event.locals.actor = anonymous;
  event.locals.account = null;
  event.locals.session = null;
  const { headers } = event.request;
  if (!headers.get('cookie')?.includes(SESSION_COOKIE_PREFIX)) return resolve(event);
  const { db, signIn, clock } = services();
  const session = await (await signIn()).session(headers);
  const visitor = session && (await readVisitor(db.reader, session.accountId, clock));
  if (visitor) Object.assign(event.locals, { ...visitor, session });
  const answer = await resolve(event);
  for (const cookie of session?.cookies ?? []) answer.headers.append('set-cookie', cookie);
  if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'private, no-store');
  return answer;
};

const withLanguage: Handle = ({ event, resolve }) => {
  const { locale } = splitLocale(event.url.pathname);
  if (locale === null) return resolve(event);
  return language.run(locale, () =>
    resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%dir%', directionOf(locale)),
    }),
  );
};

/** The style attribute by which Kit's announcer of new pages hides itself; only the office has one. */
const ANNOUNCER = "'unsafe-hashes' 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='";

const withOfficePolicy: Handle = async ({ event, resolve }) => {
  const answer = await resolve(event);
  const policy = answer.headers.get('content-security-policy');
  if (policy && event.route.id?.startsWith('/(office)'))
    answer.headers.set(
      'content-security-policy',
      policy.replace("style-src 'self'", `style-src 'self' ${ANNOUNCER}`),
    );
  return answer;
};

export const handle = sequence(withLocale, withServices, withActor, withOfficePolicy, withLanguage);

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return { message: error.message };
  services().log.error('request failed', { path: event.url.pathname, error });
  return { message: 'error' };
};
