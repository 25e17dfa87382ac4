import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Measure } from '../report/measure.ts';
import { startOwnNode, workshop } from '../subjects/node.ts';
import type { Benchmark } from './benchmark.ts';

/** KB are 1,000 bytes here: the stricter reading of the goals. */
const KB = 1_000;
const MOST = { fr: 60, ar: 80, en: 60 } as const;
type Locale = keyof typeof MOST;

/** One file that the browser asked for. */
interface Loaded {
  url: string;
  type: string;
  /** What came over the wire, headers included. */
  wire: number;
  /** What it is once uncompressed. */
  plain: number;
}

export const bytes: Benchmark = {
  name: 'bytes',
  about: 'what Chromium loads for the first view of a page with an empty cache, images apart',
  async run(bench) {
    const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
    if (!existsSync(executablePath)) {
      bench.say('bytes needs Chromium: install it, or name it in CHROMIUM.');
      return [];
    }
    const node = bench.url ? null : await startOwnNode(await bench.dataFolder());
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
    try {
      const origin = bench.url ?? node!.url;
      const measures: Measure[] = [];
      for (const page of bench.pages.length > 0 ? bench.pages : bench.url ? ['/'] : ownPages()) {
        const files = await firstView(browser, origin + page);
        const counted = files.filter(({ type }) => type !== 'Image');
        bench.say(`\n${page}`);
        for (const file of files) bench.say(lineOf(file, origin));
        const sum = (of: (file: Loaded) => number) =>
          counted.reduce((total, file) => total + of(file), 0) / KB;
        const locale = /^\/(fr|ar|en)(\/|$)/.exec(page)?.[1] as Locale | undefined;
        measures.push({
          what: `first view of ${page} (${counted.length} files)`,
          unit: 'KB',
          figure: sum(({ wire }) => wire),
          against: 'uncompressed',
          other: sum(({ plain }) => plain),
          ...(locale && { goal: { of: 'figure', most: MOST[locale] } }),
        });
      }
      return measures;
    } finally {
      await browser.close();
      await node?.stop();
    }
  },
};

function ownPages(): string[] {
  return ['fr', 'ar', 'en'].flatMap((locale) => [`/${locale}`, `/${locale}/workshops/${workshop}`]);
}

/** Opens a page in a fresh profile and waits until nothing more is loaded. */
async function firstView(
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  url: string,
): Promise<Loaded[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    const files = new Map<string, Loaded>();
    network.on('Network.responseReceived', ({ requestId, response, type }) =>
      files.set(requestId, { url: response.url, type, wire: 0, plain: 0 }),
    );
    network.on('Network.dataReceived', ({ requestId, dataLength }) => {
      const file = files.get(requestId);
      if (file) file.plain += dataLength;
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const file = files.get(requestId);
      if (file) file.wire = encodedDataLength;
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return [...files.values()].filter(({ url: from }) => from.startsWith('http'));
  } finally {
    await context.close();
  }
}

function lineOf({ url, type, wire, plain }: Loaded, origin: string): string {
  const apart = type === 'Image' ? ' (apart)' : '';
  return `  ${String(wire).padStart(7)} B of ${String(plain).padStart(7)}  ${type.padEnd(10)} ${url.replace(origin, '')}${apart}`;
}
