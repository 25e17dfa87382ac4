import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateRecord } from '#platform/records/records.server.ts';
import { reservedSlugs } from '#platform/text/slug.ts';
import { readPage } from '../support/html.ts';
import { many, writeMany } from '../support/many.ts';
import { idAt } from '../support/meeting.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';

/* Lists of a network with thousands of records: a page at a time, each record on one page, none left out. */
let node: TestNode;
beforeAll(async () => {
  node = await startNode();
  await node.write(writeMany);
}, 240_000);
afterAll(() => node?.stop());

const html = async (path: string) => (await node.get(path)).text();
const main = (page: string) => /<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? '';

/** Addresses of records that a page lists, in order. */
const listed = (page: string, noun: string) =>
  [...main(page).matchAll(new RegExp(`href="/[a-z]{2}/${noun}/([a-z0-9-]+)"`, 'g'))]
    .map(([, slug]) => slug!)
    .filter((slug) => !reservedSlugs.includes(slug));

/** What every page of a list holds, page by page, following the links to the next. */
async function walk(path: string, noun: string): Promise<string[][]> {
  const found: string[][] = [];
  for (let next: string | undefined = path; next;) {
    const response = await node.get(next.replace(/#.*$/, ''));
    expect([next, response.status]).toEqual([next, 200]);
    const page = await response.text();
    expect(page.length, next).toBeLessThan(200_000);
    found.push(listed(page, noun));
    next = /<a rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  return found;
}

const count = async (kind: 'organisations' | 'people' | 'recommendations' | 'workshops') =>
  (await node.services.db.reader.selectFrom(kind).select('slug').execute()).length;

describe('a list of thousands', () => {
  it.each([
    ['organisations', 'fr'],
    ['people', 'ar'],
    ['recommendations', 'fr'],
    ['workshops', 'en'],
  ] as const)('of %s in %s shows each once, fifty at a time', async (noun, locale) => {
    const pages = await walk(`/${locale}/${noun}`, noun);
    const all = pages.flat();
    expect(all.length).toBe(await count(noun));
    expect(new Set(all).size).toBe(all.length);
    expect(Math.max(...pages.map((page) => page.length))).toBe(50);
    expect(pages.length).toBe(Math.ceil(all.length / 50));
  });

  it('of what lies within a territory as well', async () => {
    const pages = await walk('/ar/territories/many-province', 'territories');
    const communes = pages.flat().filter((slug) => slug.startsWith('many-commune'));
    expect(communes.length).toBe(many.communes);
    expect(new Set(communes).size).toBe(many.communes);
    expect(pages.length).toBe(many.communes / 50);
  });

  it('is in the order of the language, with figures as numbers', async () => {
    const slugs = listed(await html('/fr/organisations?type=association'), 'organisations');
    const numbers = slugs.filter((slug) => slug.startsWith('many')).map((slug) => Number(slug.match(/\d+/)));
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });
});

describe('the address of a page', () => {
  it('is its own, with those before and after it', async () => {
    const page = await html('/fr/people?page=2');
    const address = (query: string) => `${node.publicUrl}/fr/people${query}`;
    const { canonical, alternates, title } = readPage(page);
    expect(canonical).toBe(address('?page=2'));
    expect(title).toBe('Personnes · Page 2 · Indimaj');
    expect(alternates['ar']).toBe(`${node.publicUrl}/ar/people?page=2`);
    const rel = (name: string) => new RegExp(`<link rel="${name}" href="([^"]+)"`).exec(page)?.[1];
    expect([rel('prev'), rel('next')]).toEqual([address(''), address('?page=3')]);
  });

  it.each([
    ['/fr/people?page=1', 301, '/fr/people'],
    ['/fr/organisations?type=donor&page=1', 301, '/fr/organisations?type=donor'],
    ['/fr/organisations?type=&level=regional&territory=', 302, '/fr/organisations?level=regional'],
    ['/fr/organisations?type=nothing', 302, '/fr/organisations'],
    ['/fr/people?page=9999', 404, null],
    ['/fr/people?page=0', 404, null],
    ['/fr/people?page=x', 404, null],
    ['/fr/workshops?page=2&page=3', 200, null],
  ])('%s answers %i', async (path, status, location) => {
    const response = await node.get(path, { accept: 'text/html' });
    expect([response.status, response.headers.get('location')]).toEqual([status, location]);
  });
});

describe('a filter', () => {
  it('narrows by type, level and region, with all that lies within the region', async () => {
    const path = '/fr/organisations?type=university&territory=oriental';
    const found = (await walk(path, 'organisations')).flat();
    const rows = await node.services.db.reader
      .selectFrom('organisations')
      .leftJoin('territories', 'territories.id', 'organisations.territory_id')
      .select(['organisations.slug', 'territories.slug as territory'])
      .where('type', '=', 'university')
      .execute();
    const expected = rows.filter(({ territory }) => /^(oriental|many-)/.test(territory ?? ''));
    expect(expected.length).toBeGreaterThan(60);
    expect(found.toSorted()).toEqual(expected.map(({ slug }) => slug).toSorted());
  });

  it('keeps what is chosen, and is not what search engines keep', async () => {
    const page = await html('/fr/organisations?level=regional&page=2');
    expect(main(page)).toContain('<option value="regional" selected');
    expect(main(page)).toContain('href="/fr/organisations?level=regional&amp;page=3"');
    expect(page).toContain('<meta name="robots" content="noindex, follow"');
  });
});

describe('the page cache', () => {
  /** Whether a page comes from the cache: a change past the journal doesn't show. */
  async function kept(path: string, slug: string): Promise<boolean> {
    const before = await html(path);
    expect(before).toContain(slug);
    const name = `Hors journal ${Math.random()}`;
    await node.write((tx) =>
      tx.updateTable('organisations').set({ acronym_fr: name }).where('slug', '=', slug).execute(),
    );
    return !(await html(path)).includes(name);
  }

  it('keeps a further page until something in the list changes', async () => {
    const path = '/fr/organisations?page=2';
    const [slug] = listed(await html(path), 'organisations');
    expect(await kept(path, slug!)).toBe(true);
    const other = await node.services.db.transaction((tx) =>
      idAt(tx, 'organisations', 'many-organisation-1'),
    );
    await node.write((tx) => updateRecord(tx, tester, 'organisations', other, { url: 'https://a.example' }));
    expect(await html(path)).toContain('Hors journal');
  });

  it('keeps no filter, and finds no further page of a record where there is none', async () => {
    const path = '/fr/organisations?type=donor&page=2';
    const [slug] = listed(await html(path), 'organisations');
    expect(await kept(path, slug!)).toBe(false);
    const record = '/fr/organisations/many-organisation-7';
    expect(await kept(record, 'many-organisation-7')).toBe(true);
    expect((await node.get(`${record}?page=2`)).status).toBe(404);
  });
});

describe('the site map', () => {
  it('names files that together list every page once', async () => {
    const index = await html('/sitemap.xml');
    const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, address]) => new URL(address!).pathname,
    );
    expect(files.length).toBeGreaterThan(2);
    const found: string[] = [];
    for (const file of files) {
      const xml = await html(file);
      expect(xml.length).toBeLessThan(6_000_000);
      found.push(...[...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!));
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(3 * 7_000);
    expect(found).toContain(`${node.publicUrl}/ar/territories/many-commune-1500`);
    expect((await node.get(`/sitemap-${files.length + 1}.xml`)).status).toBe(404);
    expect(node.errors).toEqual([]);
  });
});
