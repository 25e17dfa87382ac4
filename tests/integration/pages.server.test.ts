import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain, readPage, type Page } from '../support/html.ts';
import { publicPages, startNode, type TestNode } from '../support/node.ts';

/*
 * Every public page as a browser gets it: found in the sitemap, in three languages, with what search engines and
 * screen readers need, no cookie, no script, and no link that leads nowhere.
 */
const languages = ['fr', 'ar', 'en'] as const;

interface Visited extends Page {
  path: string;
  status: number;
  headers: Headers;
  html: string;
}

let node: TestNode;
let pages: Visited[];
beforeAll(async () => {
  node = await startNode();
  pages = await Promise.all((await publicPages(node)).map(visit));
});
afterAll(() => node?.stop());

async function visit(path: string): Promise<Visited> {
  const response = await node.get(path);
  const html = await response.text();
  return { path, status: response.status, headers: response.headers, html, ...readPage(html) };
}

/** Paths of the pages of which something does not hold; expected to be none. */
const failing = (holds: (page: Visited) => boolean) =>
  pages.filter((page) => !holds(page)).map(({ path }) => path);

const languageOf = (path: string) => path.slice(1, 3);
const without = (path: string) => path.slice(3) || '/';

describe('every page of the sitemap', () => {
  it('is there in each language', () => {
    const of = (language: string) =>
      pages.filter(({ path }) => languageOf(path) === language).map(({ path }) => without(path));
    expect(of('fr').length).toBeGreaterThan(60);
    for (const language of languages) expect(of(language)).toEqual(of('fr'));
    expect(failing(({ status }) => status === 200)).toEqual([]);
    expect(node.errors).toEqual([]);
  });

  it('says its language and direction once, on the whole page', () => {
    expect(failing(({ path, lang }) => lang === languageOf(path))).toEqual([]);
    expect(failing(({ path, dir }) => dir === (languageOf(path) === 'ar' ? 'rtl' : 'ltr'))).toEqual([]);
  });

  it('has one heading of the first level, and a title that begins with it', () => {
    expect(failing(({ headings }) => headings.length === 1 && headings[0] !== '')).toEqual([]);
    expect(failing(({ title }) => Boolean(title))).toEqual([]);
  });

  it('has a title of its own in its language', () => {
    for (const language of languages) {
      const titles = pages.filter(({ path }) => languageOf(path) === language).map(({ title }) => title);
      const twice = titles.filter((title, index) => titles.indexOf(title) !== index);
      expect(twice, language).toEqual([]);
    }
  });

  it('names its own address and those of its other languages', () => {
    expect(failing(({ path, canonical }) => canonical === node.publicUrl + path)).toEqual([]);
    const expected = (path: string) => ({
      ...Object.fromEntries(
        languages.map((language) => [language, `${node.publicUrl}/${language}${path.slice(3)}`]),
      ),
      'x-default': node.publicUrl + without(path),
    });
    for (const { path, alternates } of pages) expect(alternates, path).toEqual(expected(path));
  });

  it('gives each of its ids once', () => {
    expect(failing(({ ids }) => new Set(ids).size === ids.length)).toEqual([]);
  });

  it('leaves no high punctuation of French alone at the start of a line', async () => {
    // Titles of sources stand as their publishers wrote them.
    const sources = await node.services.db.reader.selectFrom('sources').select('title').execute();
    const quoted = new Set(sources.map(({ title }) => plain(title)));
    const french = pages.filter(({ path }) => languageOf(path) === 'fr');
    const loose = french.flatMap(({ path, html }) => {
      const [, body = ''] = /<body[^>]*>([\s\S]*)<\/body>/.exec(html) ?? [];
      const texts = body.replaceAll(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '').match(/>[^<]+</g) ?? [];
      return texts
        .map((text) => text.slice(1, -1))
        .filter((text) => /\S [;:?!»]|« /.test(text) && !quoted.has(plain(text)))
        .map((text) => `${path}: ${text}`);
    });
    expect(loose).toEqual([]);
  });

  it('needs no script and sets no cookie', () => {
    expect(failing(({ scripts }) => scripts.every((type) => type === 'application/ld+json'))).toEqual([]);
    expect(failing(({ headers }) => !headers.has('set-cookie'))).toEqual([]);
    expect(failing(({ html }) => !/\son[a-z]+="/.test(html) && !/javascript:/.test(html))).toEqual([]);
  });

  it('allows itself only what comes from the node', () => {
    for (const { path, headers } of pages) {
      const policy = headers.get('content-security-policy');
      expect(policy, path).toContain("default-src 'self'");
      expect(policy, path).toContain("object-src 'none'");
      expect(policy, path).not.toMatch(/unsafe|\*|https?:/);
    }
  });
});

describe('every link of every page', () => {
  it('leads to a page of the sitemap or a file of the node, and to a place on it', async () => {
    const linked = new Map<string, string>();
    const follow = ({ path, addresses }: (typeof pages)[number]) => {
      for (const address of addresses) {
        const url = new URL(address, node.publicUrl + path);
        if (url.origin === node.publicUrl) linked.set(url.pathname + url.search + url.hash, path);
      }
    };
    for (const page of pages) follow(page);
    const known = new Map(pages.map((page) => [page.path, page]));
    // A chain is told on a page beside the record's, and leads to all that it tells.
    const chains = [...linked.keys()].filter((address) => address.endsWith('/chain'));
    expect(chains.length).toBeGreaterThan(0);
    for (const path of chains) {
      const page = await visit(path);
      known.set(path, page);
      follow(page);
    }
    const broken: string[] = [];
    for (const [address, from] of linked) {
      const [path = '', fragment] = address.split('#');
      const target = known.get(path) ?? (await visit(path));
      known.set(path, target);
      // The address that a record keeps in every language leads on by the reader's own.
      const leadsOn = target.status === 302 && known.has(`/fr${path}`.replace(/\/$/, ''));
      if (leadsOn) continue;
      if (target.status === 303) {
        // A paper is made where it is asked for, and then lies at an address of its own.
        const file = await node.get(path);
        const made = await node.get(file.headers.get('location') ?? '');
        await made.arrayBuffer();
        if (made.status !== 200) broken.push(`${from} → ${address}: ${made.status}`);
        continue;
      }
      if (target.status !== 200) broken.push(`${from} → ${address}: ${target.status}`);
      else if (fragment && !target.ids.includes(decodeURIComponent(fragment)))
        broken.push(`${from} → ${address}: no such place`);
    }
    expect(broken).toEqual([]);
    // The doors to the office, and to letters, stand on every page and in no site map.
    // A chain, a briefing and what following takes are told beside their record's page, and a register's view is the
    // register: these it lists.
    const unlisted = [...known.values()].filter(
      (page) =>
        page.lang &&
        !pages.includes(page) &&
        !/\/(chain|briefing|follow)(\?|$)|\/(recommendations|commitments)\?/.test(page.path),
    );
    const doors = ['ar', 'en', 'fr'].flatMap((locale) =>
      ['membership', 'sign-in', 'subscribe'].map((door) => `/${locale}/${door}`),
    );
    expect(unlisted.map(({ path }) => path).toSorted()).toEqual(doors);
    expect(linked.size).toBeGreaterThan(400);
  });

  it('that leaves the node is a whole web address', () => {
    const outside = pages.flatMap(({ addresses }) =>
      addresses.filter((address) => /^[a-z]+:/i.test(address)),
    );
    expect(outside.filter((address) => !/^https?:\/\/[^/]+/.test(address))).toEqual([]);
  });
});
