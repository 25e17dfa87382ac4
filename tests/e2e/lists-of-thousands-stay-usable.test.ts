import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeViolations, violationsOf } from '../support/axe.ts';
import { inTabs, laptop, phone, smallestPhone, startBrowser } from '../support/browser.ts';
import { beyondTheEdge } from '../support/edges.ts';
import { writeMany } from '../support/many.ts';
import { startNode, type TestNode } from '../support/node.ts';

let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
  await node.write(writeMany);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const paths = [
  '/organisations?page=20',
  '/organisations?type=association&level=local',
  '/people?page=2',
  '/workshops',
  '/workshops?page=5',
  '/recommendations?page=14',
  '/territories/many-province?page=7',
].flatMap((address) => [`/fr${address}`, `/ar${address}`]);

describe('Lists of thousands', () => {
  it('fit the screen and have no fault that axe finds', { timeout: 240_000 }, async () => {
    const context = await browser.newContext({ viewport: phone });
    const tabs = await Promise.all([context.newPage(), context.newPage()]);
    const found: string[] = [];
    await inTabs(tabs, paths, async (tab, path) => {
      await tab.goto(node.url + path);
      await tab.evaluate(() => document.fonts.ready);
      for (const viewport of [smallestPhone, phone, laptop]) {
        await tab.setViewportSize(viewport);
        const beyond = await beyondTheEdge(tab);
        if (beyond) found.push(`${path} at ${viewport.width}: ${beyond}`);
      }
      found.push(...describeViolations(path, await violationsOf(tab)));
    });
    await context.close();
    expect(found.sort()).toEqual([]);
  });

  it('are walked and narrowed without script, from right to left as well', async () => {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(`${node.url}/ar/organisations`);
    await tab.getByRole('link', { name: 'التالية' }).click();
    await tab.waitForURL('**/ar/organisations?page=2');
    expect(await tab.locator('main nav [aria-current="page"]').innerText()).toBe('2');
    await tab.getByLabel('النوع').selectOption('university');
    await tab.getByRole('button', { name: 'تصفية' }).click();
    await tab.waitForURL('**/ar/organisations?type=university');
    expect((await tab.locator('main h2').allInnerTexts())[0]).toBe('الجامعات');
    expect(await tab.getByLabel('النوع').inputValue()).toBe('university');
    await tab.getByRole('link', { name: 'عرض الكل' }).click();
    await tab.waitForURL('**/ar/organisations');
    await context.close();
    expect(node.errors).toEqual([]);
  });
});
