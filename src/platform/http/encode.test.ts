import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chooseEncoding, encodePage } from './encode.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };
const long = Buffer.from('مرحبا بكم. '.repeat(200));

describe('encodePage', () => {
  it('holds the same bytes in every encoding', async () => {
    const { bodies } = await encodePage(200, html, long);
    expect(brotliDecompressSync(bodies.br!)).toEqual(long);
    expect(gunzipSync(bodies.gzip!)).toEqual(long);
    expect(bodies.br!.length).toBeLessThan(long.length);
  });

  it('leaves alone what is short, and what is compressed already', async () => {
    const short = await encodePage(200, html, Buffer.from('short'));
    const image = await encodePage(200, { 'content-type': 'image/png' }, long);
    expect([short.bodies.br, short.bodies.gzip, image.bodies.br, image.bodies.gzip]).toEqual(Array(4));
  });

  it.each([
    'image/svg+xml',
    'application/ld+json',
    'application/atom+xml',
    'text/calendar',
    'application/json',
  ])('compresses %s', async (type) => {
    expect((await encodePage(200, { 'content-type': type }, long)).bodies.br).toBeDefined();
  });

  it('marks the same bytes alike and others not', async () => {
    const [a, b, c] = await Promise.all(
      [long, Buffer.from(long), Buffer.from('other')].map((x) => encodePage(200, html, x)),
    );
    expect(a!.etag).toBe(b!.etag);
    expect(a!.etag).not.toBe(c!.etag);
  });
});

describe('chooseEncoding', () => {
  const all = { identity: long, br: long, gzip: long };

  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br', 'br'],
    ['br', 'br'],
    ['BR', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['br;q=0', 'identity'],
    ['br; q=0.0 , gzip ; q=0', 'identity'],
    ['br;q=0.2, gzip;q=0.9', 'gzip'],
    ['gzip;q=0.5, br;q=0.5', 'br'],
    ['identity', 'identity'],
    ['brotli, xgzip', 'identity'],
    ['deflate, br;q=nonsense', 'identity'],
  ])('answers %j with %s', (header, encoding) => {
    expect(chooseEncoding(header, all)).toBe(encoding);
  });

  it('answers with what the page has', () => {
    expect(chooseEncoding('br, gzip', { identity: long, gzip: long })).toBe('gzip');
    expect(chooseEncoding('br', { identity: long })).toBe('identity');
  });
});
