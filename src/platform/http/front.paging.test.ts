import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Memory } from '../cache/memory.ts';
import { PageCache } from '../cache/pages.ts';
import { silentLog } from '../log/log.ts';
import { front } from './front.ts';
import { listen, type Listening } from './listen.ts';

let listening: Listening;
let cache: PageCache;
/** What the fake pages answer, and whether they heed the number of a page. */
let answer: { status: number; paged: boolean };
let rendered: string[];

beforeEach(async () => {
  cache = new PageCache();
  answer = { status: 200, paged: true };
  rendered = [];
  const listener = front({
    pages: {
      handle: (_request, response) => void response.end('handled'),
      render: async (request, { reads }) => {
        const { search } = new URL(request.url);
        rendered.push(search);
        reads.paged = answer.paged;
        return new Response(`page${search}`, { status: answer.status });
      },
    },
    cache,
    memory: new Memory(),
    publicUrl: 'https://indimaj.example',
    clock: () => new Date(0),
    log: silentLog,
    narrowedFiles: /\/list\.csv$/,
    tooLarge: () => ({ title: '', text: '', home: '', back: '' }),
    health: async () => ({ healthy: true, body: {} }),
  });
  listening = await listen(listener, { host: '127.0.0.1', port: 0, nextFree: false });
});
afterEach(() => listening.stop());

const get = async (path: string) => (await fetch(`http://127.0.0.1:${listening.port}${path}`)).text();

describe('a further page of a list', () => {
  it('is kept where its number is heeded, each under its own', async () => {
    for (const query of ['', '?page=2', '?page=13', '?page=2', ''])
      expect(await get(`/fr/x${query}`)).toBe(`page${query}`);
    expect(rendered).toEqual(['', '?page=2', '?page=13']);
    expect(cache.size).toBe(3);
  });

  it.each([
    ['nothing heeds the number', { status: 200, paged: false }],
    ['there is no such page', { status: 404, paged: true }],
  ])('is made anew where %s', async (_where, answered) => {
    answer = answered;
    for (const _time of [1, 2]) await get('/fr/x?page=2');
    expect(rendered).toEqual(['?page=2', '?page=2']);
    expect(cache.size).toBe(0);
  });

  it.each(['?page=1', '?page=02', '?page=12345', '?page=2&q=1', '?page=2&page=3', '?page=-2', '?Page=2'])(
    'is none where the address says %s',
    async (query) => {
      for (const _time of [1, 2]) expect(await get(`/fr/x${query}`)).toBe(`page${query}`);
      expect(rendered).toEqual([query, query]);
      expect(cache.size).toBe(0);
    },
  );

  it('has data of its own', async () => {
    expect(await get('/fr/x/__data.json')).toBe('page');
    expect(await get('/fr/x/__data.json?page=2')).toBe('page?page=2');
    expect(await get('/fr/x/__data.json?page=2&y')).toBe('handled');
  });
});

describe('a file', () => {
  it('is the same whatever stands after its question mark', async () => {
    for (const query of ['', '?a=1', '?a=2']) expect(await get(`/fr/x.json${query}`)).toBe('page');
    expect(rendered).toEqual(['']);
  });

  it('is handed on with its question where it heeds it', async () => {
    expect(await get('/fr/list.csv')).toBe('page');
    expect(await get('/fr/list.csv?a=1')).toBe('handled');
    expect(cache.size).toBe(1);
  });
});
