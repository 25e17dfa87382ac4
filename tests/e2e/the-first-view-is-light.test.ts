import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#platform/clock/local.ts';
import { phone, startBrowser } from '../support/browser.ts';
import { writeMeeting } from '../support/meeting.ts';
import { startNode, type TestNode } from '../support/node.ts';

let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

interface Loaded {
  path: string;
  type: string;
  /** Bytes over the wire, headers included. */
  bytes: number;
}

/** All that a first visit of a path loads, in a browser that has never been here. */
async function firstView(path: string): Promise<Loaded[]> {
  const context = await browser.newContext({ viewport: phone });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const asked = new Map<string, Loaded>();
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    asked.set(requestId, { path: new URL(response.url).pathname, type, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const loaded = asked.get(requestId);
    if (loaded) loaded.bytes = encodedDataLength;
  });
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(node.url) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  await page.goto(node.url + path, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await context.close();
  expect(foreign).toEqual([]);
  return [...asked.values()];
}

const kilobyte = 1024;

describe('The first view is light', () => {
  it.each([
    ['/fr', 60],
    ['/fr/workshops/rabat-2018', 60],
    ['/ar', 80],
    ['/ar/workshops/rabat-2018', 80],
    ['/en', 60],
  ])('%s weighs no more than %i KB, images apart', async (path, most) => {
    const loaded = (await firstView(path)).filter(({ type }) => type !== 'Image');
    const bytes = loaded.reduce((sum, each) => sum + each.bytes, 0);
    expect(loaded.every((each) => each.bytes > 0)).toBe(true);
    expect(bytes, JSON.stringify(loaded)).toBeLessThanOrEqual(most * kilobyte);
  });

  it.each(['/fr', '/ar', '/fr/workshops/rabat-2018', '/ar/territories/oriental', '/en/organisations'])(
    '%s asks for no script, and for the fonts of its own letters only',
    async (path) => {
      const loaded = await firstView(path);
      expect(loaded.filter(({ type }) => ['Script', 'XHR', 'Fetch'].includes(type))).toEqual([]);
      const fonts = loaded.filter(({ type }) => type === 'Font').map((font) => font.path);
      const arabic = fonts.filter((font) => font.includes('arabic'));
      expect(arabic.length).toBe(path.startsWith('/ar') ? 2 : 0);
      expect(fonts.length - arabic.length).toBeLessThanOrEqual(3);
      expect(new Set(fonts).size).toBe(fonts.length);
    },
  );

  it('of a meeting to come with one small script of its own', async () => {
    const [startsOn, endsOn] = [1, 2].map((days) => addDays(new Date().toISOString().slice(0, 10), days));
    await node.write((tx) => writeMeeting(tx, 'ahead', { startsOn: startsOn!, endsOn: endsOn! }));
    for (const path of ['/fr', '/fr/workshops/ahead']) {
      const loaded = (await firstView(path)).filter(({ type }) => type !== 'Image');
      const scripts = loaded.filter(({ type }) => type === 'Script');
      expect(scripts.map(({ path }) => path)).toEqual([expect.stringMatching(/fresh\.[0-9a-f]{8}\.js$/)]);
      expect(scripts[0]!.bytes).toBeLessThan(2 * kilobyte);
      const bytes = loaded.reduce((sum, each) => sum + each.bytes, 0);
      expect(bytes, JSON.stringify(loaded)).toBeLessThanOrEqual(60 * kilobyte);
    }
  });
});
