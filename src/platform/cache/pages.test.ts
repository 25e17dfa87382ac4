import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../journal/append.ts';
import type { Entry } from '../journal/model.ts';
import { PageCache, type CachedPage } from './pages.ts';
import { Reads } from './reads.ts';

const page = (text: string): CachedPage => ({
  status: 200,
  headers: {},
  etag: text,
  bodies: { identity: Buffer.from(text) },
});

function read({ records = [] as string[], tables = [] as string[], until = Infinity } = {}): Reads {
  const reads = new Reads();
  for (const id of records) reads.touches.add(id);
  for (const table of tables) reads.tables.add(table);
  reads.until = until;
  return reads;
}

const entry = (touches: string[], kind = 'concepts'): Entry => ({
  number: 1,
  at: '',
  actorId: '',
  kind,
  recordId: touches[0] ?? '',
  verb: 'update',
  before: null,
  after: null,
  touches,
});

function cacheWith(pages: Record<string, Reads>, mostBytes?: number) {
  const cache = new PageCache(mostBytes);
  for (const [key, reads] of Object.entries(pages)) cache.put(key, page(key), reads, cache.begin());
  const kept = () => Object.keys(pages).filter((key) => cache.get(key, 0));
  return { cache, kept };
}

describe('the page cache', () => {
  it('drops the pages that read a changed record, and no other', () => {
    const { cache, kept } = cacheWith({
      a: read({ records: ['1', '2'] }),
      b: read({ records: ['2'] }),
      c: read({ records: ['3'] }),
    });
    cache.take([entry(['2'])]);
    expect(kept()).toEqual(['c']);
  });

  it('drops the pages that list a table when any of its records comes or changes', () => {
    const { cache, kept } = cacheWith({
      list: read({ tables: ['concepts'] }),
      other: read({ tables: ['people'] }),
    });
    cache.take([entry(['new'], 'concepts')]);
    expect(kept()).toEqual(['other']);
  });

  it('drops the pages that asked for an address', () => {
    const { cache, kept } = cacheWith({
      a: read({ records: ['address:a'] }),
      b: read({ records: ['address:b'] }),
    });
    cache.take([entry(['1', 'address:a'])]);
    expect(kept()).toEqual(['b']);
  });

  it('drops every page when everything is touched', () => {
    const { cache, kept } = cacheWith({ a: read({ records: ['1'] }), b: read() });
    cache.take([entry(['9', EVERYTHING])]);
    expect(kept()).toEqual([]);
    expect(cache.size).toBe(0);
  });

  it('does not keep a page whose record, table or everything changed while it was made', () => {
    for (const touches of [['1'], ['9', EVERYTHING], ['9']]) {
      const cache = new PageCache();
      const begun = cache.begin();
      cache.take([entry(touches)]);
      expect(cache.put('a', page('a'), read({ records: ['1'], tables: ['concepts'] }), begun)).toBe(false);
      expect(cache.get('a', 0)).toBe(null);
    }
  });

  it('keeps a page made after the change, and one that read something else', () => {
    const cache = new PageCache();
    const begun = cache.begin();
    cache.take([entry(['1'])]);
    expect(cache.put('other', page('b'), read({ records: ['2'] }), begun)).toBe(true);
    expect(cache.put('after', page('c'), read({ records: ['1'] }), cache.begin())).toBe(true);
  });

  it('keeps no page begun before a clearing, and those begun after it', () => {
    const cache = new PageCache();
    const begun = cache.begin();
    cache.clear();
    expect(cache.put('a', page('a'), read(), begun)).toBe(false);
    expect(cache.put('a', page('a'), read(), cache.begin())).toBe(true);
  });

  it('stays right after more changes than it remembers', () => {
    const cache = new PageCache();
    const begun = cache.begin();
    cache.take([entry(['1'])]);
    for (let i = 0; i < 30; i += 1) cache.take([entry(Array.from({ length: 500 }, (_, j) => `${i}-${j}`))]);
    expect(cache.put('a', page('a'), read({ records: ['1'] }), begun)).toBe(false);
  });

  it('gives a page until it changes by itself', () => {
    const { cache } = cacheWith({ a: read({ until: 1_000 }) });
    expect(cache.get('a', 999)?.etag).toBe('a');
    expect(cache.get('a', 1_000)).toBe(null);
    expect(cache.size).toBe(0);
  });

  it('replaces a page under the same address, with what it read', () => {
    const { cache, kept } = cacheWith({ a: read({ records: ['1'] }) });
    cache.put('a', page('new'), read({ records: ['2'] }), cache.begin());
    cache.take([entry(['1'])]);
    expect(cache.get('a', 0)?.etag).toBe('new');
    cache.take([entry(['2'])]);
    expect(kept()).toEqual([]);
  });

  it('lets the least recently used leave when it holds too many bytes', () => {
    const { cache, kept } = cacheWith({ aaaa: read(), bbbb: read(), cccc: read() }, 12);
    cache.get('aaaa', 0);
    cache.put('dddd', page('dddd'), read(), cache.begin());
    expect(kept()).toEqual(['aaaa', 'cccc']);
    expect(cache.get('dddd', 0)?.etag).toBe('dddd');
  });

  it('counts the bytes of every encoding', () => {
    const cache = new PageCache(12);
    const heavy = page('four');
    heavy.bodies.br = Buffer.from('four');
    heavy.bodies.gzip = Buffer.from('four');
    cache.put('a', heavy, read(), cache.begin());
    cache.put('b', page('b'), read(), cache.begin());
    expect([cache.get('a', 0), cache.get('b', 0)?.etag]).toEqual([null, 'b']);
  });

  it('does not empty itself for a page larger than the whole cache', () => {
    const { cache, kept } = cacheWith({ a: read() }, 8);
    expect(cache.put('large', page('larger than eight'), read(), cache.begin())).toBe(false);
    expect(kept()).toEqual(['a']);
  });
});
