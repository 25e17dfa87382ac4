import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyse } from '#deliberation/analyses/model.ts';
import { plantedVotes } from '#deliberation/planted-votes/model.ts';
import { reportHtml } from '#deliberation/reports/exports.server.ts';
import { reportOf } from '#deliberation/reports/model.ts';
import { voteMatrix } from '#deliberation/votes/model.ts';
import { describeViolations, violationsOf } from '../support/axe.ts';
import { phone, startBrowser } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
});

it('in Arabic on a phone: no fault of accessibility, nothing beyond its edge, nothing asked for', async () => {
  const planted = plantedVotes({
    participants: 100,
    statements: 30,
    groups: 2,
    density: 0.9,
    strength: 0.45,
    seed: 1,
  });
  const statements = Array.from({ length: 30 }, (_, at) => ({
    text: at === 0 ? 'w'.repeat(900) : `L’énoncé ${at}`,
  }));
  const data = reportOf(analyse(voteMatrix(planted.ballots)), statements, {
    language: 'fr',
  });
  expect(data.groups).toHaveLength(2);
  const tab = await browser.newPage({ viewport: phone });
  const asked: string[] = [];
  tab.on('request', (request) => asked.push(request.url()));
  await tab.setContent(reportHtml(data, { locale: 'ar', title: 'Un débat' }));
  expect(describeViolations('report', await violationsOf(tab))).toEqual([]);
  const beyond = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  expect(asked).toEqual([]);
  // All statements lie behind a button on a screen, and are an annex on paper.
  const isShown = () =>
    tab.locator('table.list').evaluate((table) => table.checkVisibility() && table.clientHeight > 100);
  expect(await isShown()).toBe(false);
  await tab.emulateMedia({ media: 'print' });
  expect(await isShown()).toBe(true);
  await tab.emulateMedia({ media: 'screen' });
  await tab.locator('summary').press('Enter');
  expect(await isShown()).toBe(true);
});
