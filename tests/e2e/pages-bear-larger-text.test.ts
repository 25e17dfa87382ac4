import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTabs, onePerKind, phone, startBrowser } from '../support/browser.ts';
import { beyondTheEdge } from '../support/edges.ts';
import { publicPages, startNode, type TestNode } from '../support/node.ts';

let node: TestNode;
let browser: Browser;
let paths: string[];
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
  const missing = ['/fr/nothing', '/ar/nothing', '/en/nothing'];
  paths = [...onePerKind(await publicPages(node)), ...missing];
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** What a page loses at a size of screen: what lies beyond its edges, and texts that their own boxes cut off. */
async function losses(viewport: { width: number; height: number }, change: (tab: Page) => Promise<unknown>) {
  // 200 % of a laptop's 1280 × 800 is 640 × 400 CSS pixels of twice the density: what zoom does to a page.
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2, colorScheme: 'light' });
  const tabs = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  const found: string[] = [];
  await inTabs(tabs, paths, async (tab, path) => {
    await tab.goto(node.url + path);
    await tab.evaluate(() => document.fonts.ready);
    await change(tab);
    // A table of figures may be moved in its own frame (WCAG 2.2, 1.4.10).
    const beyond = await beyondTheEdge(tab, '.only-heard, .frame table');
    if (beyond) found.push(`${path}: ${beyond}`);
    const cut = await tab.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => {
          const { overflowX, overflowY, webkitLineClamp, clipPath } = getComputedStyle(element);
          // What is only heard or moved, and what is shortened on purpose with its whole a link away.
          if (element.closest('.only-heard, svg, [tabindex="0"]')) return false;
          if (webkitLineClamp !== 'none' || clipPath !== 'none') return false;
          const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
          return (
            (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
            (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
          );
        })
        .map((element) => `${element.tagName}.${element.className} is cut off`),
    );
    found.push(...cut.slice(0, 3).map((words) => `${path}: ${words}`));
  });
  await context.close();
  return found.sort();
}

/** WCAG 2.2, 1.4.12: the spacing that a reader may set without losing anything. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;
const withSpacing = (tab: Page) =>
  tab.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, spacing);
/** Text alone twice as large, as browsers set it. */
const withLargeText = (tab: Page) => tab.evaluate(() => (document.documentElement.style.fontSize = '200%'));

describe('No page loses anything', { timeout: 240_000 }, () => {
  it('at 200 % zoom of a laptop', async () => {
    expect(await losses({ width: 640, height: 400 }, async () => undefined)).toEqual([]);
  });

  it('with the text alone twice as large', async () => {
    expect(await losses({ width: 1280, height: 800 }, withLargeText)).toEqual([]);
  });

  it('with the text spaced as WCAG has it, on a laptop and on a phone', async () => {
    expect(await losses({ width: 1280, height: 800 }, withSpacing)).toEqual([]);
    expect(await losses(phone, withSpacing)).toEqual([]);
  });
});

describe('A page that is not there', () => {
  it.each([
    ['fr', 'ltr', /n’existe pas/],
    ['ar', 'rtl', /غير موجودة/],
    ['en', 'ltr', /doesn’t exist/],
  ])('says so in %s, and shows the ways on', async (language, direction, words) => {
    const tab = await browser.newPage();
    const response = await tab.goto(`${node.url}/${language}/nothing`);
    expect(response!.status()).toBe(404);
    const root = tab.locator('html');
    expect([await root.getAttribute('lang'), await root.getAttribute('dir')]).toEqual([language, direction]);
    expect(await tab.locator('h1').innerText()).toMatch(words);
    expect(await tab.title()).toContain(await tab.locator('h1').innerText());
    for (const way of await tab.locator('main a').all())
      expect((await node.get((await way.getAttribute('href'))!)).status).toBe(200);
    expect(await tab.locator('main a').count()).toBeGreaterThan(1);
    await tab.close();
  });
});
