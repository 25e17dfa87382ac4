import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Memory } from '../cache/memory.ts';
import { PageCache } from '../cache/pages.ts';
import type { Reads } from '../cache/reads.ts';
import { silentLog } from '../log/log.ts';
import { front, type FrontOptions } from './front.ts';
import { listen, type Listening } from './listen.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };
const text = 'Une page assez longue pour être comprimée. '.repeat(40);

let listening: Listening;
let now: number;
let cache: PageCache;
/** Addresses the fake pages rendered for everyone, and requests they handled for one. */
let rendered: string[];
let handled: { url: string; headers: IncomingHttpHeaders }[];
let logged: string[];
let render: (url: URL, request: Request, reads: Reads) => Response | Promise<Response>;
async function start(options: Partial<FrontOptions> = {}) {
  listening = await listen(
    front({
      pages: {
        handle: (request, response) => {
          handled.push({ url: request.url!, headers: { ...request.headers } });
          response.end('handled');
        },
        lasting: new Set(['/fonts/face.0a1b2c3d.woff2']),
        render: async (request, { reads }) => {
          const url = new URL(request.url);
          rendered.push(url.pathname);
          return render(url, request, reads);
        },
      },
      cache,
      memory: new Memory(),
      publicUrl: 'https://indimaj.example',
      clock: () => new Date(now),
      log: { ...silentLog, error: (message) => logged.push(message) },
      health: async () => ({ healthy: true, body: { status: 'ok' } }),
      tooLarge: () => ({ title: '', text: '', home: '', back: '' }),
      ...options,
    }),
    { host: '127.0.0.1', port: 0, nextFree: false },
  );
}

beforeEach(() => {
  now = 0;
  cache = new PageCache();
  [rendered, handled, logged] = [[], [], []];
  render = () => new Response(text, { headers: html });
});
afterEach(() => listening.stop());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    ask({ port: listening.port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('a public page', () => {
  it('is made once and then comes from the cache, the same', async () => {
    await start();
    const [first, second] = [await get('/fr/x'), await get('/fr/x')];
    expect(rendered).toEqual(['/fr/x']);
    expect(first.body.toString()).toBe(text);
    const withoutDate = ({ status, headers: { date: _, ...headers }, body }: Answer) => ({
      status,
      headers,
      body,
    });
    expect(withoutDate(second)).toEqual(withoutDate(first));
    expect(second.headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
  });

  it('is made once for fifty who ask at the same time', async () => {
    let finish = () => {};
    const ready = new Promise<void>((resolve) => (finish = resolve));
    render = async () => {
      await ready;
      return new Response(text, { headers: html });
    };
    await start();
    let connections = 0;
    const allAsked = new Promise<void>((resolve) =>
      listening.server.on('request', () => (connections += 1) === 50 && resolve()),
    );
    const asked = Array.from({ length: 50 }, () => get('/fr/x'));
    await allAsked;
    finish();
    const answers = await Promise.all(asked);
    expect(rendered).toEqual(['/fr/x']);
    expect(answers.map((answer) => answer.body.toString())).toEqual(Array(50).fill(text));
  });

  it('is made again for those who ask after a change, though it is still being made for others', async () => {
    let finish = () => {};
    const ready = new Promise<void>((resolve) => (finish = resolve));
    let asked = () => {};
    const begun = new Promise<void>((resolve) => (asked = resolve));
    render = async () => {
      const before = rendered.length === 1;
      asked();
      if (before) await ready;
      return new Response(before ? 'before' : 'after', { headers: html });
    };
    await start();
    const early = get('/fr/x');
    await begun;
    cache.clear();
    expect((await get('/fr/x')).body.toString()).toBe('after');
    finish();
    expect((await early).body.toString()).toBe('before');
    expect((await get('/fr/x')).body.toString()).toBe('after');
    expect(rendered).toEqual(['/fr/x', '/fr/x']);
  });

  it('is sent without its body to HEAD, from the same cache', async () => {
    await start();
    const head = await get('/fr/x', {}, 'HEAD');
    const whole = await get('/fr/x');
    expect(rendered).toEqual(['/fr/x']);
    expect(head.body.length).toBe(0);
    expect(head.headers['content-length']).toBe(String(whole.body.length));
    expect(head.headers.etag).toBe(whole.headers.etag);
  });

  it('is not sent again to who has it', async () => {
    await start();
    const { headers } = await get('/fr/x');
    const again = await get('/fr/x', { 'if-none-match': `"other", ${headers.etag}` });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    expect((await get('/fr/x', { 'if-none-match': '"other"' })).status).toBe(200);
    const compressed = await get('/fr/x', { 'if-none-match': headers.etag!, 'accept-encoding': 'br' });
    expect(compressed.status).toBe(200);
  });

  it('brings its own content policy in the place of the closed one: made, kept, and unchanged', async () => {
    const policy = "default-src 'self'";
    render = () => new Response(text, { headers: { ...html, 'content-security-policy': policy } });
    await start();
    const [made, kept] = [await get('/fr/x'), await get('/fr/x')];
    const unchanged = await get('/fr/x', { 'if-none-match': made.headers.etag! });
    expect(unchanged.status).toBe(304);
    // Two policies would come as one header with both, and the closed one would forbid the page its styles.
    for (const { headers } of [made, kept, unchanged])
      expect(headers['content-security-policy']).toBe(policy);
  });

  it('is sent in the encoding asked for', async () => {
    await start();
    const br = await get('/fr/x', { 'accept-encoding': 'gzip, br' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body).toString()).toBe(text);
    const refused = await get('/fr/x', { 'accept-encoding': 'gzip;q=0, br;q=0' });
    expect(refused.headers['content-encoding']).toBe(undefined);
    expect(refused.body.toString()).toBe(text);
    expect(rendered).toEqual(['/fr/x']);
  });

  it('is rendered at the public address, with nothing of the client in it', async () => {
    let seen: Request | undefined;
    render = (_url, request) => {
      seen = request;
      return new Response(text, { headers: html });
    };
    await start();
    await get('/ar/x', {
      host: 'evil.example',
      cookie: 'theme=dark',
      accept: 'application/json',
      'accept-language': 'ar',
      'x-forwarded-host': 'evil.example',
    });
    expect(seen!.url).toBe('https://indimaj.example/ar/x');
    expect([...seen!.headers.keys()]).toEqual(['accept']);
    expect(seen!.headers.get('accept')).toContain('text/html');
  });

  it('is made anew once its time is over', async () => {
    render = (_url, _request, reads) => {
      reads.changesAt(new Date(1_000));
      return new Response(text, { headers: html });
    };
    await start();
    for (now of [0, 999, 1_000]) await get('/fr/x');
    expect(rendered).toEqual(['/fr/x', '/fr/x']);
  });

  it.each([
    ['an error', () => new Response('no', { status: 404 })],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: '/fr/y' } })],
    ['an answer with a cookie', () => new Response(text, { headers: { ...html, 'set-cookie': 'a=b' } })],
    ['a private answer', () => new Response(text, { headers: { ...html, 'cache-control': 'private' } })],
    ['an answer not to be stored', () => new Response(text, { headers: { 'cache-control': 'no-store' } })],
  ])('is not kept where it is %s', async (_what, answer) => {
    render = answer;
    await start();
    const [first, second] = [await get('/fr/x'), await get('/fr/x')];
    expect(rendered).toEqual(['/fr/x', '/fr/x']);
    expect(second.status).toBe(first.status);
    expect(cache.size).toBe(0);
  });

  it("does not hand one reader's cookie to another who asked at the same time", async () => {
    let number = 0;
    let finish = () => {};
    const ready = new Promise<void>((resolve) => (finish = resolve));
    render = async () => {
      await ready;
      return new Response(text, { headers: { 'set-cookie': `id=${(number += 1)}` } });
    };
    await start();
    let connections = 0;
    const allAsked = new Promise<void>((resolve) =>
      listening.server.on('request', () => (connections += 1) === 5 && resolve()),
    );
    const asked = Array.from({ length: 5 }, () => get('/fr/x'));
    await allAsked;
    finish();
    const cookies = (await Promise.all(asked)).map((answer) => String(answer.headers['set-cookie']));
    expect(new Set(cookies).size).toBe(5);
  });

  it.each(['/fr/x', '/fr/x?q'])('answers 500 where %s cannot be made, and tries again next', async (path) => {
    render = () => Promise.reject(new Error('broken'));
    await start();
    expect((await get(path)).status).toBe(500);
    render = () => new Response(text, { headers: html });
    expect((await get(path)).status).toBe(200);
    expect(logged).toEqual(['page failed']);
  });
});

describe('the front', () => {
  it.each([
    ['a query string and a session', '/fr/x?q=1', { cookie: 'indimaj_session=abc' }, 'GET'],
    ['a query string and any cookie', '/fr/x?q=1', { cookie: 'theme=dark' }, 'GET'],
    ['a query string for its head only', '/fr/x?q=1', {}, 'HEAD'],
    ['a form sent to a query string', '/fr/x?/send', {}, 'POST'],
    ['a session', '/fr/x', { cookie: 'theme=dark; indimaj_session=abc' }, 'GET'],
    ['credentials', '/fr/x', { authorization: 'Bearer abc' }, 'GET'],
    ['a form', '/fr/x', {}, 'POST'],
    ['no language', '/x', {}, 'GET'],
    ['a word that begins like a language', '/french', {}, 'GET'],
  ])('lets the pages handle a request with %s, past the cache', async (_what, path, headers, method) => {
    await start();
    await get('/fr/x');
    const answer = await get(path, headers as Record<string, string>, method);
    if (method !== 'HEAD') expect(answer.body.toString()).toBe('handled');
    expect(handled.map((request) => request.url)).toEqual([path]);
    expect(rendered).toEqual(['/fr/x']);
  });

  it('makes a page anew each time for a query string, and says what the page says', async () => {
    render = ({ search }, request) => {
      const headers = new Headers({
        ...html,
        etag: '"own"',
        'content-security-policy': "default-src 'self'",
      });
      headers.append('set-cookie', 'a=1');
      headers.append('set-cookie', 'b=2');
      const asked = [...request.headers].map(([name, value]) => `${name}: ${value}`).join();
      return new Response(`${search} ${asked}`, { status: 404, headers });
    };
    await start();
    const words = { accept: 'text/html', 'accept-language': 'ar', 'x-forwarded-host': 'evil.example' };
    for (let time = 0; time < 2; time += 1) {
      const { status, headers, body } = await get('/fr/x?q=1', { ...words, 'if-none-match': '"own"' });
      expect(body.toString()).toBe('?q=1 accept: text/html,if-none-match: "own",x-indimaj-client: 127.0.0.1');
      expect([status, headers['set-cookie'], headers.etag]).toEqual([404, ['a=1', 'b=2'], '"own"']);
      expect(headers['content-security-policy']).toBe("default-src 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    expect(rendered).toEqual(['/fr/x', '/fr/x']);
    expect([cache.size, handled]).toEqual([0, []]);
  });

  it('keeps a page for a reader whose cookies are not ours', async () => {
    await start();
    await get('/fr/x', { cookie: 'theme=dark' });
    await get('/fr/x', { cookie: 'other=1' });
    expect(rendered).toEqual(['/fr/x']);
  });

  const forged = {
    host: 'evil.example',
    forwarded: 'for=1.2.3.4',
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-port': '1',
    'x-forwarded-proto': 'ftp',
    'x-real-ip': '1.2.3.4',
  };

  it("believes neither a client's host nor what it says a proxy said", async () => {
    await start();
    await get('/form', forged, 'POST');
    const { headers } = handled[0]!;
    expect([headers.host, headers['x-forwarded-proto']]).toEqual(['indimaj.example', 'https']);
    const kept = Object.keys(forged).filter(
      (name) => name in headers && !['host', 'x-forwarded-proto'].includes(name),
    );
    expect(kept).toEqual([]);
  });

  it.each(['/sitemap.xml', '/robots.txt'])('makes %s once for everyone', async (path) => {
    await start();
    for (const asked of [path, `${path}?1`, path]) await get(asked);
    expect([rendered, handled]).toEqual([[path], []]);
  });

  it('makes a file once, whatever stands after its question mark', async () => {
    await start();
    for (const path of ['/fr/card.png?1', '/fr/card.png?2', '/fr/card.png']) await get(path);
    expect([rendered, handled, cache.size]).toEqual([['/fr/card.png'], [], 1]);
    await get('/fr/card.png?3', { cookie: 'indimaj_session=abc' });
    expect(handled.map(({ url }) => url)).toEqual(['/fr/card.png?3']);
  });

  it.each([
    ['/fr/%77orkshops', '/fr/workshops'],
    ['/fr/workshops#1', '/fr/workshops'],
    ['/fr/../fr/workshops', '/fr/workshops'],
    ['/fr/../sitemap.xml', '/sitemap.xml'],
    ['/fr//workshops', '/fr/workshops'],
    ['//evil.example/fr', '/evil.example/fr'],
    ['/fr/..//evil.example', '/evil.example'],
  ])('leads from %s to the one way of writing it, and keeps nothing under it', async (asked, written) => {
    await start();
    const { status, headers } = await get(asked);
    expect([status, headers.location]).toEqual([308, written]);
    expect([rendered, handled, cache.size]).toEqual([[], [], 0]);
  });

  it.each(['*', 'http://evil.example/fr', 'fr'])('refuses %s, which is no path', async (asked) => {
    await start();
    expect((await get(asked)).status).toBe(400);
    expect([rendered, handled]).toEqual([[], []]);
  });

  it('refuses an address too long to be one of its own', async () => {
    await start();
    expect((await get(`/fr/${'x'.repeat(2_000)}`)).status).toBe(414);
    expect([rendered, handled]).toEqual([[], []]);
  });

  it('says whether it is well', async () => {
    await start();
    const well = await get('/healthz');
    expect([well.status, JSON.parse(well.body.toString())]).toEqual([200, { status: 'ok' }]);
    expect(well.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['says so', async () => ({ healthy: false, body: { status: 'unavailable' } })],
    ['throws', async () => Promise.reject(new Error('no database'))],
  ])('answers 503 where its health %s', async (_how, health) => {
    await start({ health });
    const ill = await get('/healthz');
    expect([ill.status, JSON.parse(ill.body.toString())]).toEqual([503, { status: 'unavailable' }]);
  });

  it('asks for https for ever only where its public address is https', async () => {
    await start({ publicUrl: 'http://localhost:3000' });
    expect((await get('/fr/x')).headers['strict-transport-security']).toBe(undefined);
  });
});

describe('a file whose name carries its hash', () => {
  it('may be kept for ever by browsers; another file says for itself', async () => {
    await start();
    const cachingOf = async (path: string) => (await get(path)).headers['cache-control'];
    expect(await cachingOf('/fonts/face.0a1b2c3d.woff2')).toBe('public, max-age=31536000, immutable');
    expect(await cachingOf('/fonts/gone.0a1b2c3d.woff2')).toBeUndefined();
  });
});
