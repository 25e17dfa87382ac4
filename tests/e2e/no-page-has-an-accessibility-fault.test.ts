import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeViolations, violationsOf } from '../support/axe.ts';
import { inTabs, laptop, onePerKind, phone, startBrowser } from '../support/browser.ts';
import { publicPages, startNode, type TestNode } from '../support/node.ts';

/*
 * WCAG 2.2 AA and good practice, as far as axe can tell: every page in each language on a laptop in light, and every
 * kind of page in each language on a phone in dark.
 */
let node: TestNode;
let browser: Browser;
let pages: string[];
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
  pages = await publicPages(node);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** What axe finds on a page: the rule, where, and why. */
async function faults(tab: Page, path: string): Promise<string[]> {
  const response = await tab.goto(node.url + path);
  if (![200, 404].includes(response!.status())) return [`${path}: ${response!.status()}`];
  return describeViolations(path, await violationsOf(tab));
}

async function faultsOf(
  paths: readonly string[],
  options: Parameters<Browser['newContext']>[0],
): Promise<string[]> {
  const context = await browser.newContext(options);
  const tabs = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
  const found: string[] = [];
  await inTabs(tabs, paths, async (tab, path) => void found.push(...(await faults(tab, path))));
  await context.close();
  return found.sort();
}

describe('axe finds nothing', () => {
  it('without being blind: a page with faults has them', async () => {
    const tab = await browser.newPage();
    await tab.setContent('<html><body><img src="x.png"><p style="color:#aaa">pale</p></body></html>');
    const found = (await violationsOf(tab)).map(({ id }) => id);
    await tab.close();
    expect(found).toEqual(expect.arrayContaining(['image-alt', 'color-contrast', 'html-has-lang', 'region']));
  });

  /** Beside the pages of the sitemap. */
  const beside = ['/fr', '/ar'].flatMap((locale) =>
    [
      '/territories/oriental/briefing',
      '/territories/oriental/briefing?since=2999-01-01',
      '/recommendations/matrix',
      '/commitments/timeline',
      '/commitments/delays',
    ].map((path) => locale + path),
  );
  const missing = ['/fr/nothing', '/ar/nothing', '/en/nothing'];

  it(
    'on any page of the sitemap in any language, in the light, on a laptop',
    { timeout: 240_000 },
    async () => {
      expect(new Set(pages.map((path) => path.split('/')[1]))).toEqual(new Set(['fr', 'ar', 'en']));
      expect(
        await faultsOf([...pages, ...beside, ...missing], { viewport: laptop, colorScheme: 'light' }),
      ).toEqual([]);
    },
  );

  it('on any kind of page in any language, in the dark, on a phone', { timeout: 240_000 }, async () => {
    const paths = [...onePerKind(pages), ...beside, ...missing];
    expect(await faultsOf(paths, { viewport: phone, colorScheme: 'dark' })).toEqual([]);
  });
});
