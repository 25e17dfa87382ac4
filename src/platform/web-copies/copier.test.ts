import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, createServer as createDoor, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { openCopier, type CopierOptions } from './copier.ts';
import { isPublicAddress } from './public-address.ts';

/** Stands for the public web here: the copier is allowed to connect to it, and to nothing else of this machine. */
const PUBLIC = '127.0.0.2';
const PRIVATE = '127.0.0.1';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server at an address. @returns where it is, and what it was asked */
async function serverAt(host: string, answer: RequestListener, port = 0) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const at = (server.address() as AddressInfo).port;
  return { port: at, url: `http://${host}:${at}`, asked };
}

const copy = (address: string, options: CopierOptions = {}) =>
  openCopier({ mayConnect: (one) => one === PUBLIC, mayUse: () => true, patience: 2_000, ...options })(
    address,
  );

describe('a copy', () => {
  it('is the bytes that stood there, and what their server says they are', async () => {
    const { url } = await serverAt(PUBLIC, (_, response) => {
      response.writeHead(200, { 'content-type': 'Text/HTML; charset=utf-8' }).end('<p>Inauguré</p>');
    });
    expect(await copy(`${url}/a?b=1#c`)).toEqual({
      ok: true,
      bytes: Buffer.from('<p>Inauguré</p>'),
      mediaType: 'text/html',
      address: `${url}/a?b=1#c`,
    });
  });

  it('is what was packed, and no type where none is said', async () => {
    const { url } = await serverAt(PUBLIC, (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'x"><script>' });
      response.end(gzipSync('plain'));
    });
    expect(await copy(url)).toMatchObject({
      bytes: Buffer.from('plain'),
      mediaType: 'application/octet-stream',
    });
  });

  it('follows redirects to where it stands, five of them', async () => {
    const { url, asked } = await serverAt(PUBLIC, ({ url: at = '' }, response) => {
      const left = Number(at.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.end('there');
    });
    expect(await copy(`${url}/5`)).toMatchObject({ ok: true, address: `${url}/0` });
    expect(await copy(`${url}/6`)).toEqual({ ok: false, problem: 'redirects', status: null });
    expect(asked).toHaveLength(12);
  });

  it('says why there is none', async () => {
    const { url } = await serverAt(PUBLIC, ({ url: at = '' }, response) => {
      if (at === '/cut') {
        response.writeHead(200, { 'content-length': '100' }).write('half');
        setTimeout(() => response.destroy(), 20);
      } else response.writeHead(Number(at.slice(1))).end();
    });
    expect(await copy(`${url}/404`)).toEqual({ ok: false, problem: 'gone', status: 404 });
    expect(await copy(`${url}/410`)).toEqual({ ok: false, problem: 'gone', status: 410 });
    expect(await copy(`${url}/503`)).toEqual({ ok: false, problem: 'answered', status: 503 });
    expect(await copy(`${url}/302`)).toEqual({ ok: false, problem: 'answered', status: 302 });
    expect(await copy(`${url}/204`)).toEqual({ ok: false, problem: 'answered', status: 204 });
    expect(await copy(`${url}/cut`)).toEqual({ ok: false, problem: 'unreachable', status: null });
    expect(await copy(`http://${PUBLIC}:1/`)).toEqual({ ok: false, problem: 'unreachable', status: null });
    const nowhere = async () => {
      throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    };
    expect(await copy('http://nowhere.example', { resolve: nowhere })).toMatchObject({
      problem: 'not-found',
    });
  });
});

describe('a server that means ill', () => {
  it('streams for ever, all at once or drop by drop', async () => {
    const { url } = await serverAt(PUBLIC, ({ url: at }, response) => {
      const chunk = at === '/drops' ? '.' : 'x'.repeat(64 * 1024);
      const more = () => {
        while (!response.destroyed && response.write(chunk) && at !== '/drops');
        if (response.destroyed) return;
        if (at === '/drops') setTimeout(more, 10);
        else response.once('drain', more);
      };
      more();
    });
    expect(await copy(url, { most: 1_000_000 })).toMatchObject({ problem: 'too-large' });
    expect(await copy(`${url}/drops`, { patience: 200 })).toMatchObject({ problem: 'too-slow' });
  });

  it('says that it is 11 MB, or is without saying so', async () => {
    const size = 11 * 1024 * 1024;
    const { url } = await serverAt(PUBLIC, ({ url: at }, response) => {
      if (at === '/said') response.writeHead(200, { 'content-length': String(size) });
      response.end(Buffer.alloc(size));
    });
    expect(await copy(`${url}/said`)).toMatchObject({ problem: 'too-large' });
    expect(await copy(`${url}/unsaid`)).toMatchObject({ problem: 'too-large' });
  });

  it('packs much into little', async () => {
    const { url } = await serverAt(PUBLIC, (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
    });
    expect(await copy(url)).toMatchObject({ problem: 'too-large' });
  });

  it('takes the call and never answers', async () => {
    const door = createDoor(() => undefined);
    await new Promise<void>((resolve) => door.listen(0, PUBLIC, resolve));
    const { port } = door.address() as AddressInfo;
    expect(await copy(`http://${PUBLIC}:${port}`, { patience: 200 })).toMatchObject({ problem: 'too-slow' });
    door.close();
  });

  it('leads inside, which is not asked', async () => {
    const inside = await serverAt(PRIVATE, (_, response) => response.end('secret'));
    const { url } = await serverAt(PUBLIC, (_, response) =>
      response.writeHead(302, { location: `${inside.url}/secret` }).end(),
    );
    expect(await copy(url)).toEqual({ ok: false, problem: 'led-inside', status: null });
    const file = await serverAt(PUBLIC, (_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    expect(await copy(file.url)).toMatchObject({ problem: 'led-inside' });
    expect(inside.asked).toEqual([]);
  });

  it('changes what its name leads to: only what was looked at is connected to', async () => {
    const { port, asked } = await serverAt(PUBLIC, (_, response) => response.end('public'));
    const inside = await serverAt(PRIVATE, (_, response) => response.end('secret'), port);
    let times = 0;
    const resolve = async () => {
      times += 1;
      return [{ address: times === 1 ? PUBLIC : PRIVATE, family: 4 }];
    };
    const address = `http://rebinding.example:${port}/page`;
    expect(await copy(address, { resolve })).toMatchObject({ ok: true, bytes: Buffer.from('public') });
    expect(times).toBe(1);
    expect(asked).toEqual([`rebinding.example:${port} /page`]);
    expect(await copy(address, { resolve })).toMatchObject({ problem: 'not-public' });
    expect(inside.asked).toEqual([]);
  });

  it('has one address outside and one inside: none is connected to', async () => {
    const { port, asked } = await serverAt(PUBLIC, (_, response) => response.end());
    const resolve = async () => [PUBLIC, PRIVATE].map((address) => ({ address, family: 4 }));
    expect(await copy(`http://both.example:${port}`, { resolve })).toMatchObject({ problem: 'not-public' });
    expect(asked).toEqual([]);
  });

  it('has a name whose address takes for ever to be found', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    expect(await copy('http://slow.example', { resolve, patience: 100 })).toMatchObject({
      problem: 'too-slow',
    });
  });
});

describe('an address that is not of the public web', () => {
  it.each([
    'http://localhost/',
    'http://localhost./',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://10.0.0.1/',
    'http://user:password@example.org/',
    'http://example.org:22/',
    'https://example.org:80/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'no address',
  ])('%s', async (address) => {
    expect(await openCopier()(address)).toEqual({ ok: false, problem: 'not-public', status: null });
  });

  it('is told from those that are', () => {
    const outside = ['1.1.1.1', '172.32.0.1', '100.128.0.1', '197.230.0.1', '2606:4700::1111', '2a00::1'];
    expect(outside.filter((address) => !isPublicAddress(address))).toEqual([]);
    const inside4 =
      '0.0.0.0 10.255.255.255 100.64.0.1 127.0.0.1 127.255.0.1 169.254.1.1 172.16.0.1 172.31.255.255 192.0.0.1 ' +
      '192.168.1.1 198.19.0.1 203.0.113.9 224.0.0.1 255.255.255.255 127.0.0.1.';
    const inside6 =
      ':: ::1 ::ffff:8.8.8.8 64:ff9b::7f00:1 fc00::1 fe80::1 fe80::1%lo ff02::1 2001::1 2001:db8::1 ' +
      '2002:7f00:1:: 3fff::1 100::1';
    const inside = [...inside4.split(' '), ...inside6.split(' '), 'example.org', ''];
    expect(inside.filter(isPublicAddress)).toEqual([]);
  });
});

it('the addresses that stand for inside and outside here do answer', async () => {
  for (const host of [PUBLIC, PRIVATE]) {
    const { port } = await serverAt(host, (_, response) => response.end());
    await new Promise<void>((resolve, reject) => {
      const socket = connect(port, host, () => resolve(void socket.destroy()));
      socket.on('error', reject);
    });
  }
});
