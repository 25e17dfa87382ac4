import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicPages, startNode, type TestNode } from '../support/node.ts';
import { sendRaw } from '../support/raw.ts';

/* What nobody's browser sends: the node answers that it won't, says nothing of itself, and goes on. */
let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node?.stop());

const ask = (path: string, method = 'GET', headers: readonly string[] = [], body: string | Buffer = '') => {
  const about = body.length > 0 ? [`content-length: ${body.length}`] : [];
  return sendRaw(
    node.port,
    [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1`, ...about, ...headers].join('\r\n'),
    body,
  );
};

/** Traces of the program: files, lines of a stack, a type of error, the data folder. */
const inside =
  /node_modules|\.svelte-kit|file:\/\/|\bat [\w.<>]+ \(|TypeError|ReferenceError|SQLITE|indimaj-test-/;

describe('a hostile path', () => {
  const paths = [
    '/fr/%2e%2e',
    '/fr/../../etc/passwd',
    '/fr/..%2f..%2fetc%2fpasswd',
    '/_app/..%2f..%2fpackage.json',
    '/_app/%2e%2e/%2e%2e/server/index.js',
    '/fr/workshops/<script>alert(1)</script>',
    '/fr/workshops/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    '/fr/workshops/"onmouseover="alert(1)',
    "/fr/workshops/x'%20or%20'1'='1",
    '/fr/workshops/%00',
    '/fr/workshops/rabat-2018%00.html',
    '/fr/workshops/rabat-2018/programme/%00.ics',
    '/fr/%E0%A4%A',
    '/fr/workshops/%zz',
    '/fr/workshops/%C0%AE%C0%AE',
    '/fr/%0d%0aset-cookie:%20a=b',
    '/fr/workshops/__proto__',
    '/fr/workshops/constructor',
    '/fr/workshops/rabat-2018/programme/__proto__.ics',
    `/fr/${'a'.repeat(1_900)}`,
    `/fr/${'%61'.repeat(600)}`,
    `/fr${'/a'.repeat(900)}`,
    `/fr/${'a'.repeat(12_000)}`,
    '/fr/workshops/\u0000',
    '*',
    'http://evil.example/fr/nothing',
    'evil.example:443',
  ];

  it.each(paths)('%j is refused without a word about the program', async (path) => {
    let { status, headers, body } = await ask(path, 'GET', ['accept: text/html']);
    // One written in another way leads to the usual one, of no language to the reader's, and is refused there.
    for (let left = 2; left > 0 && [302, 308].includes(status); left -= 1) {
      const location = headers['location']!;
      expect(location).toMatch(status === 302 ? /^\/fr(\/|$)/ : /^\/(?!\/)/);
      if (location === '/fr') return;
      ({ status, headers, body } = await ask(location, 'GET', ['accept: text/html']));
    }
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).not.toMatch(inside);
    expect(body).not.toContain('<script>alert');
    expect(body).not.toMatch(/onmouseover="alert/);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('leaves nothing in the log of errors', () => {
    expect(node.errors).toEqual([]);
  });
});

describe('a header of somebody else', () => {
  it.each([
    'host: evil.example',
    'host: evil.example\r\nx-forwarded-host: evil.example',
    'x-forwarded-host: evil.example',
    'x-forwarded-proto: javascript',
    'x-forwarded-port: 666',
    'forwarded: host=evil.example;proto=https',
    'x-original-url: /evil.example',
    'referer: https://evil.example/',
    'origin: https://evil.example',
    'accept-language: evil.example',
    'user-agent: <script>evil.example</script>',
  ])('%j stands nowhere in the answer', async (header) => {
    const own = header.startsWith('host:') ? [] : ['host: 127.0.0.1'];
    for (const path of [
      '/',
      '/fr',
      '/fr?x',
      '/fr/workshops/rabat-2018',
      '/ar/workshops/rabat-2018?x',
      '/fr/nothing',
      '/sitemap.xml',
      '/workshops/rabat-2018',
    ]) {
      const answer = await sendRaw(node.port, [`GET ${path} HTTP/1.1`, ...own, header].join('\r\n'));
      expect(answer.status, path).toBeLessThan(500);
      expect(JSON.stringify(answer), path).not.toMatch(/evil\.example|javascript:|:666/);
    }
  });

  it('of 20 KB is refused', async () => {
    expect((await ask('/fr', 'GET', [`x-large: ${'a'.repeat(20_000)}`])).status).toBe(431);
  });
});

describe('another method', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is not allowed on a page or a file', async (method) => {
    for (const path of [
      '/fr',
      '/ar/workshops/rabat-2018',
      '/fr/workshops/calendar.ics',
      '/fr/workshops/rabat-2018/record.json',
      '/sitemap.xml',
    ]) {
      const form = ['content-type: application/x-www-form-urlencoded', `origin: ${node.publicUrl}`];
      const { status, body } = await ask(path, method, form, 'a=b');
      expect([method, path, status]).toEqual([method, path, 405]);
      expect(body).not.toMatch(inside);
    }
  });

  it('POST from another site is refused', async () => {
    const form = ['content-type: application/x-www-form-urlencoded', 'origin: https://evil.example'];
    expect((await ask('/fr', 'POST', form, 'a=b')).status).toBe(403);
  });

  it('HEAD has the headers of GET and no body', async () => {
    for (const path of ['/fr', '/fr/workshops/feed.atom']) {
      const [get, head] = [await ask(path), await ask(path, 'HEAD')];
      expect([head.status, head.body]).toEqual([200, '']);
      for (const name of ['content-type', 'content-length', 'etag', 'content-security-policy'])
        expect(head.headers[name], name).toBe(get.headers[name]);
    }
  });

  it('with 2 MB is refused, and the node goes on', async () => {
    const form = ['content-type: application/x-www-form-urlencoded', `origin: ${node.publicUrl}`];
    const large = Buffer.alloc(2 * 1024 * 1024, 'a');
    for (const path of ['/fr', '/fr/workshops/rabat-2018', '/sitemap.xml'])
      expect([405, 413], path).toContain((await ask(path, 'POST', form, large)).status);
    expect((await ask('/fr')).status).toBe(200);
  });
});

describe('a page that cannot be made', () => {
  it('says so in its language and nothing of the cause, is not kept, and is logged', async () => {
    await node.services.db.script('alter table people rename to people_away');
    const failed = await ask('/ar/people', 'GET', ['accept: text/html']);
    await node.services.db.script('alter table people_away rename to people');
    expect(failed.status).toBe(500);
    expect(failed.body).toMatch(/<html lang="ar" dir="rtl">/);
    expect(failed.body).not.toMatch(inside);
    expect(failed.body).not.toMatch(/people_away|no such table|relation/);
    expect(node.errors.splice(0)).toHaveLength(1);
    expect((await ask('/ar/people')).status).toBe(200);
  });
});

describe('every answer', () => {
  const expected = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  };

  it('carries the security headers and a content policy, and sets no cookie', async () => {
    const pages = await publicPages(node);
    const { body } = await ask('/fr');
    const loaded = [...body.matchAll(/(?:href|src)="(\/[^"#]+\.(?:css|woff2|svg|webmanifest|png))"/g)].map(
      ([, path]) => path!,
    );
    expect(loaded.length).toBeGreaterThan(3);
    const others = [
      '/',
      '/healthz',
      '/robots.txt',
      '/sitemap.xml',
      '/fr/',
      '/fr//x',
      '/fr/nothing',
      '/fr/%zz',
      '/nothing',
      '/fr/workshops/feed.atom',
      '/fr/workshops/rabat-2018/calendar.ics',
      '/fr/workshops/rabat-2018/__data.json',
      `/fr/${'a'.repeat(3_000)}`,
      '/_app/nothing',
      ...loaded,
    ];
    for (const path of [...pages.filter((_, index) => index % 10 === 0), ...others]) {
      const { headers } = await ask(path, 'GET', ['cookie: theme=dark']);
      expect(headers, path).toMatchObject(expected);
      expect(headers['content-security-policy'], path).toMatch(/default-src '(self|none)'/);
      if (!path.startsWith('/_app/immutable/'))
        expect(headers['permissions-policy'], path).toContain('camera=()');
      expect(headers['set-cookie'], path).toBeUndefined();
      expect(headers['x-powered-by'] ?? headers['server'], path).toBeUndefined();
    }
  });
});
