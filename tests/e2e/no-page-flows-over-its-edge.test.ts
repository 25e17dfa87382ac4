import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTabs, phone, smallestPhone, startBrowser } from '../support/browser.ts';
import { beyondTheEdge } from '../support/edges.ts';
import { publicPages, startNode, type TestNode } from '../support/node.ts';

let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

it(
  'On a phone no page has to be moved sideways, in either direction of writing',
  { timeout: 240_000 },
  async () => {
    const beside = [
      'nothing',
      'recommendations/matrix',
      'commitments/delays',
      'territories/oriental/briefing',
    ];
    const paths = [
      ...(await publicPages(node)),
      ...beside.flatMap((path) => [`/fr/${path}`, `/ar/${path}`]),
    ].filter((path) => /^\/(fr|ar)(\/|$)/.test(path));
    const context = await browser.newContext({ viewport: phone });
    const tabs = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
    const over: string[] = [];
    await inTabs(tabs, paths, async (tab, path) => {
      await tab.goto(node.url + path);
      await tab.evaluate(() => document.fonts.ready);
      for (const viewport of [phone, smallestPhone]) {
        await tab.setViewportSize(viewport);
        const beyond = await beyondTheEdge(tab);
        if (beyond) over.push(`${path} at ${viewport.width}: ${beyond}`);
      }
    });
    await context.close();
    expect(over.sort()).toEqual([]);
  },
);
