import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Memory } from '../cache/memory.ts';
import type { CachedPage, PageCache } from '../cache/pages.ts';
import { Reads } from '../cache/reads.ts';
import type { Clock } from '../clock/clock.ts';
import { isWithoutLocale, splitLocale } from '../locale/address.ts';
import { preferredLocale, type Locale } from '../locale/locale.ts';
import type { Log } from '../log/log.ts';
import { bodyRefusal, takesFiles } from './body.ts';
import { canonical } from './canonical.ts';
import { encodePage } from './encode.ts';
import {
  CLIENT_HEADER,
  clientOf,
  forwardedHeaders,
  securityHeaders,
  SESSION_COOKIE_PREFIX,
  WORKER,
  workerPolicy,
} from './headers.ts';
import { pageSender } from './send.ts';
import { tooLargePage, type TooLargeWords } from './too-large.ts';

/** The built pages: any request through `handle`, and one anonymous page through `render`. */
export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): void;
  render(request: Request, context: Context): Promise<Response>;
  /** Addresses of files whose names change with their content, beyond those that `handle` knows as such. */
  lasting?: ReadonlySet<string>;
}

/** What a page is made with, for a reader who is nobody in particular. */
export interface Context {
  request: IncomingMessage;
  reads: Reads;
  memory: Memory;
}

export interface FrontOptions {
  pages: Pages;
  cache: PageCache;
  memory: Memory;
  publicUrl: string;
  clock: Clock;
  log: Log;
  /** Where whoever is signed in sends files; elsewhere a body is a form's. */
  uploads?: RegExp;
  /** Where programs of others send forms: what stands in the address is their right, and no cookie is heeded. */
  openForms?: RegExp;
  /** Paths of files that heed what stands after the question mark: with anything there, they are made for each reader. */
  narrowedFiles?: RegExp;
  /** What is said of a body that is too large: of a file, or of what people type. */
  tooLarge(of: 'file' | 'form', locale: Locale): TooLargeWords;
  /** Answers whether the node can serve; the body of /healthz. */
  health(): Promise<{ healthy: boolean; body: object }>;
}

/** A page just made, and whether everyone who asked for it may have it. */
interface Made {
  page: CachedPage;
  shared: boolean;
}

/** What browsers may do with a file whose name changes with its content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The number of a page of a list after the first, four digits at most. */
const FURTHER_PAGE = /^\?page=([2-9]|[1-9]\d{1,3})$/;

/** The longest address kept or answered, in characters. */
const LONGEST_ADDRESS = 2_000;

/**
 * The node's front: health, headers, whole public pages from the cache, everything else to the pages.
 * A page asked for by many while it is made is made once.
 */
export function front(options: FrontOptions): (request: IncomingMessage, response: ServerResponse) => void {
  const { pages, cache, memory, clock, log } = options;
  const fixed = securityHeaders(options.publicUrl);
  const send = pageSender(fixed);
  const { host, protocol, origin } = new URL(options.publicUrl);
  const making = new Map<string, Promise<Made>>();

  async function make(key: string, request: IncomingMessage): Promise<Made> {
    const begun = cache.begin();
    const reads = new Reads();
    // Nothing of the client's own goes in, so that what is kept for everyone is asked for by nobody in particular.
    const headers = new Headers({ accept: 'text/html, */*;q=0.1' });
    const answer = await pages.render(new Request(origin + key, { headers }), { request, reads, memory });
    const body = Buffer.from(await answer.arrayBuffer());
    const page = await encodePage(answer.status, keptHeaders(answer), body);
    const shared = !answer.headers.has('set-cookie') && !isPrivate(answer);
    const heeded = reads.paged || !key.includes('?');
    if (shared && heeded && answer.status === 200) cache.put(key, page, reads, begun);
    return { page, shared };
  }

  /** The page being made for somebody else, unless it turns out to be theirs alone or a change came between. */
  async function makeOnce(key: string, request: IncomingMessage): Promise<CachedPage> {
    const place = `${cache.begin()} ${key}`;
    const underWay = making.get(place);
    if (underWay) {
      const { page, shared } = await underWay;
      return shared ? page : (await make(key, request)).page;
    }
    const mine = make(key, request).finally(() => making.delete(place));
    making.set(place, mine);
    return (await mine).page;
  }

  /** A page that is not kept, for anyone: what depends on the reader's own words is a query, a language or a type. */
  async function sendAnew(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    const headers = new Headers({ [CLIENT_HEADER]: clientAt(request) });
    for (const name of ['accept', 'if-none-match'] as const) {
      const value = request.headers[name];
      if (value !== undefined) headers.set(name, value);
    }
    const reads = new Reads();
    const answer = await pages.render(new Request(origin + url, { headers }), { request, reads, memory });
    const body = answer.body && Buffer.from(await answer.arrayBuffer());
    for (const [name, value] of answer.headers) {
      if (name === 'set-cookie') response.appendHeader(name, value);
      else response.setHeader(name, value);
    }
    response.writeHead(answer.status).end(body ?? undefined);
  }

  return function answer(request, response) {
    const url = request.url ?? '/';
    const shared = sharedAddress(request, url, options.narrowedFiles);
    const kept = shared !== null && cache.get(shared, clock().getTime());
    if (kept) return send(request, response, kept);

    for (const [name, value] of Object.entries(fixed)) response.setHeader(name, value);
    // Parts of pages that are kept for ever ask for no permission: the header would weigh more than some of them.
    if (url.startsWith('/_app/immutable/')) response.removeHeader('permissions-policy');
    if (url === WORKER) response.setHeader('content-security-policy', workerPolicy);
    if (url.length > LONGEST_ADDRESS) return void response.writeHead(414).end();
    if (url === '/healthz') return void answerHealth(options, response);
    if (!url.startsWith('/')) return void response.writeHead(400).end();
    const written = canonical(url, origin);
    if (written !== url) return void response.writeHead(308, { location: written }).end();

    const sendsFile = takesFiles(request, options.uploads);
    const refused = bodyRefusal(request, sendsFile);
    if (refused === 413) {
      // The page that a form stands on has its address without what the form does there (`?/send`).
      const { locale, address } = splitLocale(url.replace(/\?.*$/s, ''));
      const own = locale ?? preferredLocale(request.headers['accept-language']);
      const words = (locale: Locale) => options.tooLarge(sendsFile ? 'file' : 'form', locale);
      return refuseLarge(request, response, tooLargePage(own, locale && address, words));
    }
    if (refused !== null) return void response.writeHead(refused, { connection: 'close' }).end();

    const failed = (error: unknown) => {
      log.error('page failed', { path: url, error });
      response.writeHead(500, { 'content-type': 'text/plain' }).end('500');
    };
    if (shared !== null) {
      makeOnce(shared, request).then((page) => send(request, response, page), failed);
      return;
    }
    if (isForAnyone(request, url)) return void sendAnew(request, response, url).catch(failed);

    if (pages.lasting?.has(url)) response.setHeader('cache-control', FOR_EVER);
    const client = clientAt(request);
    for (const name of forwardedHeaders) delete request.headers[name];
    request.headers[CLIENT_HEADER] = client;
    request.headers.host = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    if (request.method === 'POST' && options.openForms?.test(url)) {
      delete request.headers.cookie;
      request.headers.origin = origin;
    }
    pages.handle(request, response);
  };
}

/**
 * The address under which everyone gets the same answer; null where this request may get one of its own. What
 * stands after the question mark of a file's address says nothing, but of the few that heed it. Of a page's address only the
 * number of a further page of a list is heeded, written in the one way there is.
 */
function sharedAddress(
  { method, headers }: IncomingMessage,
  url: string,
  narrowed: RegExp | undefined,
): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (headers.authorization !== undefined || headers.cookie?.includes(SESSION_COOKIE_PREFIX)) return null;
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  if (!/^\/(fr|ar|en)(\/|$)/.test(path) && !isWithoutLocale(path)) return null;
  if (query < 0) return path;
  if (isFile(path)) return narrowed?.test(path) ? null : path;
  return FURTHER_PAGE.test(url.slice(query)) ? url : null;
}

/** The data of a page end like a file, and heed what the page heeds. */
function isFile(path: string): boolean {
  return /\.[a-z0-9]+$/.test(path) && !path.endsWith('/__data.json');
}

function clientAt({ socket, headers }: IncomingMessage): string {
  return clientOf(socket.remoteAddress, headers['x-forwarded-for']);
}

/** Whether it is a page in a language, and nothing that was said beside its address can make it a page of one's own. */
function isForAnyone({ method, headers }: IncomingMessage, url: string): boolean {
  if (method !== 'GET' || headers.authorization !== undefined || headers.cookie !== undefined) return false;
  return /^\/(fr|ar|en)(\/[^.?]*)?\?/.test(url);
}

function isPrivate(answer: Response): boolean {
  return /private|no-store/.test(answer.headers.get('cache-control') ?? '');
}

function keptHeaders(answer: Response): Record<string, string> {
  const headers = Object.fromEntries(answer.headers);
  delete headers['content-length'];
  delete headers['etag'];
  delete headers['x-sveltekit-page'];
  headers['cache-control'] ??= 'public, max-age=0, must-revalidate';
  headers['vary'] = 'accept-encoding';
  return headers;
}

/**
 * Answers a body that is not read. What still comes of it is thrown away, as long as it keeps its pace: a connection
 * closed at once would be reset under the browser, which would then show nothing of the answer.
 */
function refuseLarge(request: IncomingMessage, response: ServerResponse, page: string): void {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(413, headers).end(page);
  request.resume();
}

async function answerHealth({ health, log }: FrontOptions, response: ServerResponse): Promise<void> {
  const { healthy, body } = await health().catch((error: unknown) => {
    log.error('unhealthy', { error });
    return { healthy: false, body: { status: 'unavailable' } };
  });
  response.writeHead(healthy ? 200 : 503, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
