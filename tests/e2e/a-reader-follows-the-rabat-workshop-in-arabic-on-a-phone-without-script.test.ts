import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phone, startBrowser } from '../support/browser.ts';
import { startNode, type TestNode } from '../support/node.ts';

let node: TestNode;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
  context = await browser.newContext({
    viewport: phone,
    javaScriptEnabled: false,
    locale: 'ar-MA',
    hasTouch: true,
  });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** Follows a link as a finger does, to an address that ends as `to` says. */
async function follow(link: Locator, to: string): Promise<void> {
  await link.tap();
  await page.waitForURL(`**${to}`);
}
const meeting = () => page.locator('main a[href="/ar/workshops/rabat-2018"]').first();
const heading = () => page.locator('h1').innerText();
const shown = async (text: string) =>
  expect([text, await page.getByText(text, { exact: false }).first().isVisible()]).toEqual([text, true]);

describe('A reader follows the Rabat workshop in Arabic, on a phone, without script', () => {
  it('arrives in Arabic, and finds the meetings in the menu', async () => {
    await page.goto(node.url);
    expect(new URL(page.url()).pathname).toBe('/ar');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.locator('header summary').tap();
    await follow(page.locator('header details a[href="/ar/workshops"]'), '/ar/workshops');
    await follow(meeting(), '/ar/workshops/rabat-2018');
  });

  it('reads the title, the programme, the people in it and what came of it', async () => {
    const db = node.services.db.reader;
    const workshop = await db
      .selectFrom('workshops')
      .selectAll()
      .where('slug', '=', 'rabat-2018')
      .executeTakeFirstOrThrow();
    expect(await heading()).toBe(workshop.title_ar);
    await shown('10');
    const items = await db
      .selectFrom('programme_items')
      .selectAll()
      .where('workshop_id', '=', workshop.id)
      .orderBy('position')
      .execute();
    expect(items.length).toBeGreaterThan(5);
    const listed = await page.locator('#programme ol > li :is(h3, h4)').allInnerTexts();
    expect(listed).toEqual(items.map(({ title_ar }) => title_ar));
    const people = await db
      .selectFrom('contributions')
      .innerJoin('people', 'people.id', 'contributions.person_id')
      .select(['people.name_ar', 'contributions.role_ar'])
      .where(
        'contributions.item_id',
        'in',
        items.map(({ id }) => id),
      )
      .execute();
    expect(people.length).toBeGreaterThan(4);
    for (const { name_ar, role_ar } of people) for (const text of [name_ar, role_ar]) await shown(text!);
    const conclusions = await db
      .selectFrom('conclusions')
      .select('text_ar')
      .where('workshop_id', '=', workshop.id)
      .execute();
    expect(conclusions.length).toBeGreaterThan(0);
    for (const { text_ar } of conclusions) await shown(text_ar!);
  });

  it('goes on to a recommendation that was shared there, and finds the way back', async () => {
    const link = page.locator('#recommendations li a').first();
    const title = await link.innerText();
    await follow(link, '/ar/recommendations/*');
    expect(await heading()).toBe(title);
    const recommendation = await node.services.db.reader
      .selectFrom('recommendations')
      .select('text_ar')
      .where('title_ar', '=', title)
      .executeTakeFirstOrThrow();
    await shown(recommendation.text_ar!.slice(0, 60));
    await follow(meeting(), '/ar/workshops/rabat-2018');
  });

  it('chooses a region on the map with the keyboard', async () => {
    await page.goto(`${node.url}/ar`);
    const region = page.locator('main figure a[href="/ar/territories/oriental"]');
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if (await region.evaluate((element) => element === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ar/territories/oriental');
    const { name_ar } = await node.services.db.reader
      .selectFrom('territories')
      .select('name_ar')
      .where('slug', '=', 'oriental')
      .executeTakeFirstOrThrow();
    expect(await heading()).toBe(name_ar);
  });

  it('changes the language and stays on the page', async () => {
    for (const locale of ['fr', 'en', 'ar']) {
      await follow(page.locator(`header a[hreflang="${locale}"]`), `/${locale}/territories/oriental`);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    }
  });

  it('comes from the region back to the meeting in Rabat', async () => {
    await follow(meeting(), '/ar/workshops/rabat-2018');
    expect(await context.cookies()).toEqual([]);
    expect(node.errors).toEqual([]);
  });
});
