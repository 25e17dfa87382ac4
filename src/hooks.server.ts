import { type Handle, type HandleServerError } from '@sveltejs/kit/hooks';
import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteGetLocale } from '#messages/runtime';
import { anonymous } from '#platform/actor/actor.ts';
import { Reads } from '#platform/cache/reads.ts';
import { isWithoutLocale, localized, splitLocale } from '#platform/locale/address.ts';
import { baseLocale, directionOf, preferredLocale, type Locale } from '#platform/locale/locale.ts';
import { services } from '#platform/services/services.ts';

/** The language of the page being made; messages ask for it wherever they stand. */
const language = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => language.getStore() ?? baseLocale);

export const handle: Handle = ({ event, resolve }) => {
  const { db, clock, publicUrl } = services();
  const { locale, address } = splitLocale(event.url.pathname);
  if (locale === null && !isWithoutLocale(address)) {
    // An address without locale is a record's identifier: it leads to the reader's language.
    const preferred = preferredLocale(event.request.headers.get('accept-language'));
    const location = localized(address, preferred) + event.url.search;
    return new Response(null, {
      status: 302,
      headers: { location, vary: 'accept-language', 'cache-control': 'private' },
    });
  }
  const reads = event.platform?.reads ?? new Reads();
  event.locals.reads = reads;
  event.locals.memory = event.platform?.memory;
  event.locals.db = { ...db, reader: reads.follow(db.reader) };
  event.locals.clock = clock;
  event.locals.actor = anonymous;
  event.locals.locale = locale ?? baseLocale;
  event.locals.address = address;
  event.locals.publicUrl = publicUrl;
  if (locale === null) return resolve(event);
  return language.run(locale, () =>
    resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%dir%', directionOf(locale)),
    }),
  );
};

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return { message: error.message };
  services().log.error('request failed', { path: event.url.pathname, error });
  return { message: 'error' };
};
