import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTabs, phone, smallestPhone, startBrowser } from '../support/browser.ts';
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
    const paths = [...(await publicPages(node)), '/fr/nothing', '/ar/nothing'].filter((path) =>
      /^\/(fr|ar)(\/|$)/.test(path),
    );
    const context = await browser.newContext({ viewport: phone });
    const tabs = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
    const over: string[] = [];
    await inTabs(tabs, paths, async (tab, path) => {
      await tab.goto(node.url + path);
      await tab.evaluate(() => document.fonts.ready);
      for (const viewport of [phone, smallestPhone]) {
        await tab.setViewportSize(viewport);
        const { width, widest } = await tab.evaluate(() => {
          const edge = document.documentElement.clientWidth;
          const beyond = [...document.body.querySelectorAll('*')].filter((element) => {
            const { left, right, width: wide } = element.getBoundingClientRect();
            // What is moved sideways inside its own frame, and what is only heard, may lie beyond the edge.
            const framed = element.closest('[tabindex="0"], .only-heard') !== null;
            return wide > 1 && !framed && (right > edge + 1 || left < -1);
          });
          const widest = beyond.slice(0, 2).map((element) => `${element.tagName}.${element.className}`);
          return { width: document.documentElement.scrollWidth, widest };
        });
        if (width > viewport.width || widest.length > 0)
          over.push(`${path} at ${viewport.width}: ${width} ${widest.join(', ')}`);
      }
    });
    await context.close();
    expect(over.sort()).toEqual([]);
  },
);
