import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateRecord } from '#platform/records/records.server.ts';
import { plain, readPage } from '../support/html.ts';
import { idAt } from '../support/meeting.ts';
import { publicPages, startNode, tester, type TestNode } from '../support/node.ts';

/* Where addresses lead: by language, by former names, and when there is nothing. */
let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node?.stop());

const led = async (path: string, headers?: Record<string, string>) => {
  const { status, headers: answered } = await node.get(path, headers);
  return [status, answered.get('location')];
};

describe('an address without locale', () => {
  it.each([
    ['ar', 'ar'],
    ['ar-MA,ar;q=0.9,fr;q=0.8', 'ar'],
    ['en-GB,en;q=0.9', 'en'],
    ['de-DE,de;q=0.9,en;q=0.5', 'en'],
    ['fr;q=0.2,en;q=0.3', 'en'],
    ['zgh,es', 'fr'],
    ['*', 'fr'],
    ['', 'fr'],
    [';;;q=,,', 'fr'],
  ])('leads who accepts “%s” to /%s', async (accepted, locale) => {
    const headers = { 'accept-language': accepted };
    expect(await led('/', headers)).toEqual([302, `/${locale}`]);
    expect(await led('/workshops/rabat-2018', headers)).toEqual([302, `/${locale}/workshops/rabat-2018`]);
    expect(await led('/workshops?page=2', headers)).toEqual([302, `/${locale}/workshops?page=2`]);
  });

  it('tells caches that the answer depends on the language, and keeps it from shared ones', async () => {
    const { headers } = await node.get('/workshops/rabat-2018');
    expect(headers.get('vary')?.toLowerCase()).toContain('accept-language');
    expect(headers.get('cache-control')).toContain('private');
  });

  it('keeps its query and never leads off the node', async () => {
    for (const path of [
      '//evil.example',
      '//evil.example/fr',
      '/\\evil.example',
      '/%2F%2Fevil.example',
      '/fr//evil.example',
    ]) {
      const [status, location] = await led(path);
      expect([301, 302, 308, 404], path).toContain(status);
      if (location) expect(new URL(location as string, node.url).origin, path).toBe(node.url);
    }
  });
});

describe('a former address', () => {
  const kinds = [
    ['workshops', 'rabat-2018'],
    ['recommendations', 'multi-level-partnerships'],
    ['territories', 'oriental'],
    ['organisations', 'iom'],
    ['people', 'ana-fonseca'],
    ['initiatives', 'indimaj-oriental'],
  ] as const;

  it.each(kinds)('of %s leads for good to the present one', async (kind, slug) => {
    await node.write(async (tx) =>
      updateRecord(tx, tester, kind, await idAt(tx, kind, slug), { slug: `${slug}-2` }),
    );
    for (const locale of ['fr', 'ar', 'en'])
      expect(await led(`/${locale}/${kind}/${slug}`)).toEqual([301, `/${locale}/${kind}/${slug}-2`]);
    await node.write(async (tx) =>
      updateRecord(tx, tester, kind, await idAt(tx, kind, slug), { slug: `${slug}-3` }),
    );
    expect(await led(`/fr/${kind}/${slug}`)).toEqual([301, `/fr/${kind}/${slug}-3`]);
    expect(await led(`/fr/${kind}/${slug}-2`)).toEqual([301, `/fr/${kind}/${slug}-3`]);
    expect((await node.get(`/fr/${kind}/${slug}-3`)).status).toBe(200);
    // Back to the first name: the others lead to it, and it leads nowhere.
    await node.write(async (tx) => updateRecord(tx, tester, kind, await idAt(tx, kind, slug), { slug }));
    expect((await node.get(`/fr/${kind}/${slug}`)).status).toBe(200);
    expect(await led(`/fr/${kind}/${slug}-3`)).toEqual([301, `/fr/${kind}/${slug}`]);
  });

  it('of a concept leads to where concepts of its kind stand', async () => {
    for (const [noun, slug] of [
      ['axes', 'youth'],
      ['goals', 'sdg-17'],
    ] as const) {
      const rename = (to: string) =>
        node.write(async (tx) =>
          updateRecord(tx, tester, 'concepts', await idAt(tx, 'concepts', slug), { slug: to }),
        );
      await rename(`${slug}-2`);
      expect(await led(`/fr/${noun}/${slug}`)).toEqual([301, `/fr/${noun}/${slug}-2`]);
      await rename(slug);
    }
  });

  it('leads on with the file that was asked for', async () => {
    const rename = (from: string, slug: string) =>
      node.write(async (tx) =>
        updateRecord(tx, tester, 'workshops', await idAt(tx, 'workshops', from), { slug }),
      );
    await rename('rabat-2018', 'rabat');
    for (const file of ['calendar.ics', 'record.json', 'programme/session-1.ics']) {
      const moved = `/fr/workshops/rabat/${file}`;
      expect(await led(`/fr/workshops/rabat-2018/${file}`)).toEqual([301, moved]);
      expect((await node.get(moved)).status).toBe(200);
    }
    await rename('rabat', 'rabat-2018');
  });
});

describe('an address where nothing is', () => {
  const words = {
    fr: 'Cette page n’existe pas',
    ar: 'هذه الصفحة غير موجودة',
    en: 'This page does not exist',
  };

  it.each(Object.entries(words))('answers 404 in the words of /%s', async (locale) => {
    for (const path of [
      '/nothing',
      '/workshops/nothing',
      '/territories/nothing',
      '/axes/sdg-1',
      '/goals/youth',
      '/a/b/c/d',
    ]) {
      const response = await node.get(`/${locale}${path}`, { accept: 'text/html' });
      const html = await response.text();
      const page = readPage(html);
      expect([path, response.status, page.lang, page.dir]).toEqual([
        path,
        404,
        locale,
        locale === 'ar' ? 'rtl' : 'ltr',
      ]);
      expect(page.headings).toHaveLength(1);
      expect(html).toContain('noindex');
      // A way on: the switch of languages and the main pages are there.
      expect(page.addresses).toEqual(
        expect.arrayContaining([`/${locale}/workshops`, `/${locale}/territories`]),
      );
    }
  });

  it('says in three languages that a file is missing', async () => {
    for (const path of [
      '/fr/workshops/agadir-2019/calendar.ics',
      '/ar/workshops/rabat-2018/programme/x.ics',
    ]) {
      const response = await node.get(path, { accept: 'text/html' });
      const html = await response.text();
      expect([path, response.status]).toEqual([path, 404]);
      expect([...html.matchAll(/lang="(..)"/g)].map(([, lang]) => lang)).toEqual(['fr', 'ar', 'en']);
      expect(readPage(html).addresses).toEqual(['/fr', '/ar', '/en']);
    }
  });

  it('does not show the same words in each language', async () => {
    const titles = await Promise.all(
      ['fr', 'ar', 'en'].map(
        async (locale) => readPage(await (await node.get(`/${locale}/nothing`)).text()).headings[0],
      ),
    );
    expect(new Set(titles).size).toBe(3);
    expect(titles.map((title) => plain(title!))).toEqual(titles);
  });

  it('is not kept: what appears there is seen at once', async () => {
    expect((await node.get('/fr/people/new-person')).status).toBe(404);
    const id = await node.write((tx) => idAt(tx, 'people', 'saad-alami'));
    await node.write((tx) => updateRecord(tx, tester, 'people', id, { slug: 'new-person' }));
    expect((await node.get('/fr/people/new-person')).status).toBe(200);
  });
});

describe('an address written otherwise', () => {
  it('with a slash at its end, or slashes twice, leads to the page', async () => {
    for (const [path, to] of [
      ['/fr/', '/fr'],
      ['/fr/workshops/', '/fr/workshops'],
      ['/fr//workshops', '/fr/workshops'],
      ['/fr/workshops//rabat-2018?x=//y', '/fr/workshops/rabat-2018?x=//y'],
    ] as const) {
      const response = await node.get(path);
      expect([301, 308], path).toContain(response.status);
      const location = new URL(response.headers.get('location')!, node.url + path);
      expect(location.pathname + location.search).toBe(to);
    }
  });

  it('is as public with a query as without', async () => {
    const [page] = (await publicPages(node)).slice(-1);
    const [plainly, asked] = [await node.get(page!), await node.get(`${page}?utm_source=x`)];
    expect(asked.status).toBe(200);
    expect(await asked.text()).toBe(await plainly.text());
  });
});
