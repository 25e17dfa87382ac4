import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laptop, phone, startBrowser } from '../support/browser.ts';
import { startNode, type TestNode } from '../support/node.ts';

let node: TestNode;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
  page = await browser.newPage({ viewport: laptop });
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** What can be reached on the page, in the order in which it stands. */
const reachable = () =>
  page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], summary, button, input, select, textarea, [tabindex]',
      ),
    ];
    return all
      .filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }))
      .map((element) => `${element.tagName} ${element.getAttribute('href') ?? element.textContent?.trim()}`);
  });

/** What has the focus, and whether it shows: an outline of two pixels at least, inside the window. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    if (element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const seen =
      box.width > 4 &&
      box.height > 4 &&
      box.bottom > 0 &&
      box.top < innerHeight &&
      box.right > 0 &&
      box.left < innerWidth;
    return {
      name: `${element.tagName} ${element.getAttribute('href') ?? element.textContent?.trim()}`,
      shows: seen && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    };
  });

describe('With a keyboard alone', () => {
  it.each([
    ['/fr', laptop],
    ['/ar', laptop],
    ['/ar/workshops/rabat-2018', phone],
    ['/fr/workshops/rabat-2018', laptop],
    ['/fr/organisations', laptop],
    ['/ar/territories/oriental', phone],
    ['/en/recommendations/multi-level-partnerships', phone],
    ['/fr/about', laptop],
  ])('everything on %s is reached in its order and shows that it has the focus', async (path, viewport) => {
    await page.setViewportSize(viewport);
    await page.goto(node.url + path);
    const expected = await reachable();
    const reached: string[] = [];
    const unseen: string[] = [];
    for (let presses = 0; presses < expected.length; presses += 1) {
      await page.keyboard.press('Tab');
      const found = await focused();
      if (!found) break;
      reached.push(found.name);
      if (!found.shows) unseen.push(found.name);
    }
    expect(reached).toEqual(expected);
    expect(unseen).toEqual([]);
  });

  it.each(['/fr/workshops/rabat-2018', '/ar/workshops/rabat-2018'])(
    'the first link of %s skips to the content',
    async (path) => {
      await page.setViewportSize(laptop);
      await page.goto(node.url + path);
      await page.keyboard.press('Tab');
      expect(await focused()).toEqual({ name: 'A #content', shows: true });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() =>
        document.querySelector('main')!.contains(document.activeElement),
      );
      expect(inside).toBe(true);
    },
  );

  it('the menu of a phone opens, leads on and closes', async () => {
    await page.setViewportSize(phone);
    await page.goto(`${node.url}/fr`);
    const menu = page.locator('header details');
    await page.locator('header summary').focus();
    await page.keyboard.press('Enter');
    expect(await menu.getAttribute('open')).not.toBe(null);
    await page.keyboard.press('Tab');
    expect(await focused()).toEqual({ name: 'A /fr/workshops', shows: true });
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    expect(await menu.getAttribute('open')).toBe(null);
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fr/workshops');
  });
});
