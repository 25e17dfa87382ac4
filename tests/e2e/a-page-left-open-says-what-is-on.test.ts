import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#platform/clock/local.ts';
import { phone, startBrowser } from '../support/browser.ts';
import { inThree, writeMeeting } from '../support/meeting.ts';
import { startNode, type TestNode } from '../support/node.ts';

/*
 * Nobody touches the page: two clocks run, the node's and the browser's, and they need not agree. The node dates
 * its answers by its own clock here, as it does where its clock is the system's.
 */
let now: Date;
let node: TestNode;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let lost = false;
let underWay = 0;
let asked: string[] = [];
const complaints: string[] = [];
const MINUTE = 60_000;
/** Each test has a meeting and a day of its own: the node's clock never goes back. */
let day = '2026-03-01';
let word = '';
let workshop = '';

beforeAll(async () => {
  now = new Date('2026-03-01T00:00:00Z');
  [node, browser] = await Promise.all([startNode({ clock: () => now }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

beforeEach(async () => {
  [lost, asked] = [false, []];
  day = addDays(day, 2);
  word = `oujda${day.slice(-2)}`;
  workshop = `/fr/workshops/${word}`;
  const items = ['10:00', '11:00', '12:00', '14:00'].map((startsAt) => ({
    day,
    startsAt,
    endsAt: startsAt.replace(':00', ':50'),
  }));
  const days = { startsOn: day, endsOn: day, title: inThree('Oujda') };
  await node.write((tx) => writeMeeting(tx, word, days, items));
  context = await browser.newContext({ viewport: phone });
  page = await context.newPage();
  page.on('console', (said) => void (said.type() === 'error' && !lost && complaints.push(said.text())));
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() === 'fetch') asked.push(route.request().url());
    if (lost) return route.abort('internetdisconnected');
    underWay += 1;
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), date: now.toUTCString() } });
    underWay -= 1;
  });
});
afterEach(async () => {
  // What is still asked when the page is left is answered to nobody.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
});

/** Opens a path at an hour of the node, in a browser whose clock is some milliseconds ahead of it. */
async function open(path: string, hour: string, { of = day, ahead = 0 } = {}): Promise<void> {
  now = new Date(`${of}T${hour}Z`);
  await page.clock.install({ time: now.getTime() + ahead });
  await page.clock.pauseAt(now.getTime() + ahead + 1_000);
  await page.goto(node.url + path, { waitUntil: 'networkidle' });
}

/** Lets both clocks run; a minute at a time, for what is asked in one minute is answered in it. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    now = new Date(now.getTime() + MINUTE);
    await page.clock.runFor(MINUTE);
    await settle();
  }
}
/** Waits until what the page asked for is answered, and drawn. */
async function settle(): Promise<void> {
  do await page.waitForTimeout(100);
  while (underWay > 0);
  await page.waitForTimeout(100);
}

/** The numbers of the items that the page says are on and next, and of those it marks. */
async function said() {
  const numbers = (texts: string[]) => texts.map((text) => /oujda\d+-(\d)/i.exec(text)?.[1]).join();
  const lines = await page.locator('#now p').allInnerTexts();
  return {
    now: numbers(lines.filter((line) => line.includes('En ce moment'))),
    next: numbers(lines.filter((line) => line.includes('Ensuite'))),
    marked: numbers(await page.locator('#programme [aria-current="time"]').allInnerTexts()),
  };
}
describe('A page left open', () => {
  it('says what is on as items begin and end, and leaves the reader where they were', async () => {
    await open(workshop, '09:58:30');
    expect(await said()).toEqual({ now: '', next: '1', marked: '' });
    const reading = page.locator(`#item-${word}-3 a`);
    await reading.focus();
    await reading.evaluate((link) => link.scrollIntoView({ block: 'center' }));
    const place = () => reading.evaluate((link) => Math.round(link.getBoundingClientRect().top));
    const before = await place();
    await pass(2);
    expect(await said()).toEqual({ now: '1', next: '2', marked: '1' });
    expect(await place()).toBe(before);
    expect(await reading.evaluate((link) => link === document.activeElement)).toBe(true);
    await pass(51);
    expect(await said()).toEqual({ now: '', next: '2', marked: '' });
  });

  it('keeps the focus on a link that is drawn anew, and speaks politely', async () => {
    await open(workshop, '10:48:30');
    const next = page.locator(`#now a[href="#item-${word}-2"]`);
    await next.focus();
    await pass(3);
    expect(await said()).toEqual({ now: '', next: '2', marked: '' });
    expect(await next.evaluate((link) => link === document.activeElement)).toBe(true);
    const around = page.locator('[aria-live="polite"][aria-atomic="true"]:has(#now)');
    expect(await around.count()).toBe(1);
  });

  it.each([
    ['behind', -3],
    ['ahead', 3],
  ])('goes by the clock of the node where the reader’s is %s by hours', async (_way, hours) => {
    await open(workshop, '09:57:30', { ahead: hours * 60 * MINUTE });
    await pass(2);
    expect(await said()).toEqual({ now: '', next: '1', marked: '' });
    await pass(1);
    expect(await said()).toEqual({ now: '1', next: '2', marked: '1' });
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('asks again when the network comes back, ever more seldom while it doesn’t', async () => {
    await open(workshop, '09:59:30');
    lost = true;
    await pass(10);
    expect(await said()).toEqual({ now: '', next: '1', marked: '' });
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.length).toBeLessThan(10);
    lost = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await settle();
    expect(await said()).toEqual({ now: '1', next: '2', marked: '1' });
  });

  it('catches up when it is seen again, and asks for nothing while it is hidden', async () => {
    await open(workshop, '09:59:30');
    const show = (hidden: boolean) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }, hidden);
    await show(true);
    const before = asked.length;
    now = new Date(`${day}T12:10:00Z`);
    await page.clock.fastForward(130 * MINUTE);
    await settle();
    expect(asked.length).toBe(before);
    await show(false);
    await settle();
    expect(await said()).toEqual({ now: '3', next: '4', marked: '3' });
  });

  it('says on the front page that the next meeting has begun', async () => {
    await open('/fr', '23:58:30', { of: addDays(day, -1) });
    expect(await page.locator('#next').innerText()).toBe('');
    await pass(2);
    expect(await page.locator('#next').innerText()).toContain('Oujda');
    expect(await page.locator('#way').innerText()).toBe('Suivre la rencontre en cours');
  });

  it('brings one file from the node itself, kept for ever under its hash', async () => {
    await open(workshop, '09:58:30');
    const address = (await page.locator('script[src]').getAttribute('src'))!;
    expect(address).toMatch(/^\/_app\/immutable\/.+\.[0-9a-f]{8}\.js$/);
    const file = await node.get(address);
    expect(file.headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
    expect((await file.text()).length).toBeLessThan(2_048);
  });

  it('falls silent once the workshop is over', async () => {
    await open(workshop, '23:58:30');
    expect(await page.locator('#state').innerText()).toContain('En ce moment');
    await pass(2);
    expect(await page.locator('#state').innerText()).not.toContain('En ce moment');
    const before = asked.length;
    now = new Date(now.getTime() + 2 * 24 * 60 * MINUTE);
    await page.clock.fastForward(48 * 60 * MINUTE);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await settle();
    expect(asked.length).toBe(before);
    await page.reload();
    expect(await page.locator('script[src]').count()).toBe(0);
    expect(complaints).toEqual([]);
    expect(node.errors).toEqual([]);
  });
});
