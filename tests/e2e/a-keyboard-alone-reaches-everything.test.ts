import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateRecord } from '#platform/records/records.server.ts';
import { laptop, phone, startBrowser } from '../support/browser.ts';
import { linkTo, sound } from '../support/minutes-desk.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { deskOf, type Desk } from '../support/office.ts';

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
const focused = (on: Page = page) =>
  on.evaluate(() => {
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

/** Goes by Tab to what a selector says, and takes it there; without script, that brings a page. */
async function take({ page: on }: Pick<Desk, 'page'>, selector: string): Promise<void> {
  const isThere = () => on.evaluate((of) => document.activeElement!.matches(of), selector);
  for (let pressed = 0; pressed < 120 && !(await isThere()); pressed += 1) await on.keyboard.press('Tab');
  expect([selector, await isThere()]).toEqual([selector, true]);
  expect((await focused(on))?.shows ?? false).toBe(true);
  await Promise.all([on.waitForEvent('load'), on.keyboard.press('Enter')]);
}

describe.each([
  ['fr', laptop, 'rabat-2018'],
  ['ar', phone, 'oujda-2019'],
] as const)('By keyboard, in %s', (locale, viewport, slug) => {
  it('a press note is drafted, drafted again, published and sent to a subscriber, who ends it', async () => {
    // Without script, whatever is taken brings a page.
    const desk = await deskOf(browser, node, 'administrator', { viewport, javaScriptEnabled: false });
    const reader = { page: await browser.newPage({ viewport, javaScriptEnabled: false }) };
    // Faults are looked for in a browser of its own: that takes a script.
    const seen = await deskOf(browser, node, 'administrator', { viewport });
    const isSound = async (address: string) => {
      await seen.page.goto(address);
      await sound(seen);
    };
    const at = `/${locale}/workshops/${slug}`;
    const address = `${locale}@example.org`;
    await reader.page.goto(`${node.publicUrl}/${locale}/subscribe`);
    await reader.page.locator('input[type=email]').focus();
    await reader.page.keyboard.type(address);
    await take(reader, 'main form button');
    await reader.page.goto(await linkTo(node, address));
    await isSound(reader.page.url());
    await take(reader, 'form[action="?/confirm"] button');
    await isSound(reader.page.url());

    await desk.open(`${at}/dissemination`);
    await take(desk, 'form[action="?/draft"] button');
    // Somebody writes it otherwise: what the facts give anew is put beside it.
    const otherwise = { [`title_${locale}`]: 'Autrement' };
    await node.write(async (tx) => {
      const { id } = await tx
        .selectFrom('press_notes')
        .innerJoin('workshops', 'workshops.id', 'press_notes.workshop_id')
        .select('press_notes.id')
        .where('workshops.slug', '=', slug)
        .executeTakeFirstOrThrow();
      await updateRecord(tx, tester, 'press_notes', id, otherwise);
    });
    await take(desk, 'a[href$="/press-note/redraft"]');
    await isSound(desk.page.url());
    await take(desk, 'main form button');
    await desk.open(`${at}/dissemination`);
    await take(desk, 'form[action="?/publish"] button');
    await isSound(`${node.publicUrl}${at}/press-note`);
    await isSound(desk.page.url());
    await take(desk, 'form[action="?/send"] button');
    const sent = () =>
      node.services.db.reader
        .selectFrom('mail_messages')
        .select('purpose')
        .where('to_address', '=', address)
        .execute();
    await expect.poll(sent).toEqual([{ purpose: 'subscription' }, { purpose: 'dispatch' }]);

    await reader.page.goto(await linkTo(node, address));
    await take(reader, 'form[action="?/end"] button');
    const left = node.services.db.reader.selectFrom('subscriptions').select('id');
    expect(await left.where('personal_email', '=', address).execute()).toEqual([]);
    for (const one of [desk, reader, seen]) await one.page.context().close();
  });
});
