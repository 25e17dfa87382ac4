/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />

/*
 * What works without a network: pages on which minutes are written, once they were opened here. Everything else goes
 * to the node as if this file were not there. Signing out clears what it keeps.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const CACHE = 'indimaj-minutes';
/** How long the node has to answer before the page that is kept is shown, in milliseconds. */
const PATIENCE = 6_000;

/** Where the list of what a kept page is made of lies, beside it. */
const LISTS = '/_app/kept';

/** A page on which the minutes of one session are written. */
const PAGE = /^\/(?:fr|ar|en)\/workshops\/[^/]+\/minutes\/[^/]+$/;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([worker.clients.claim(), tidy()])),
);

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && PAGE.test(pathname)) event.respondWith(page(request));
  else if (pathname.startsWith('/_app/immutable/')) event.respondWith(part(request));
});

/** A page of minutes says what it is made of, so that all of it is here when it is opened without a network. */
worker.addEventListener('message', (event) => {
  const { keep } = (event.data ?? {}) as { keep?: unknown };
  if (!Array.isArray(keep)) return;
  const own = keep.filter(
    (url): url is string => typeof url === 'string' && new URL(url).origin === worker.location.origin,
  );
  event.waitUntil(keepAll(own));
});

/** The page from the node, or the one that was kept where the node can't be reached. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    const stays = answer.ok && !answer.redirected;
    if (stays) await cache.put(request, answer.clone());
    return answer;
  } catch {
    return (await cache.match(request, { ignoreSearch: true })) ?? Response.error();
  }
}

/** A script, style or face that never changes under its name. */
async function part(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function keepAll(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const isPage = (url: string) => PAGE.test(new URL(url).pathname);
  const parts = urls.filter((url) => !isPage(url));
  for (const url of urls.filter(isPage)) await cache.put(listOf(url), Response.json(parts));
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  await Promise.allSettled(urls.filter((url) => !kept.has(url)).map((url) => cache.add(url)));
  await tidy();
}

function listOf(page: string): string {
  return `${LISTS}?${new URLSearchParams({ page: new URL(page).pathname })}`;
}

/** Drops parts of earlier builds that no page needs that is kept, and lists of pages that are not. */
async function tidy(): Promise<void> {
  const cache = await caches.open(CACHE);
  const kept = (await cache.keys()).map(({ url }) => new URL(url));
  const needed = new Set<string>();
  for (const { href } of kept.filter(({ pathname }) => PAGE.test(pathname))) {
    needed.add(new URL(listOf(href), href).href);
    for (const part of await partsOf(cache, href)) needed.add(new URL(part, href).href);
  }
  const over = kept.filter(({ pathname, href }) => !PAGE.test(pathname) && !needed.has(href));
  await Promise.all(over.map(({ href }) => cache.delete(href)));
}

/** What a kept page is made of: as the page said itself, else what its text names. */
async function partsOf(cache: Cache, page: string): Promise<string[]> {
  const list = await cache.match(listOf(page));
  if (list) return list.json();
  const text = (await (await cache.match(page))?.text()) ?? '';
  return [...text.matchAll(/_app\/immutable\/[\w./-]+/g)].map(([part]) => `/${part}`);
}
