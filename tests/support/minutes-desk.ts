import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { describeViolations, violationsOf } from './axe.ts';
import type { TestNode } from './node.ts';
import type { Desk } from './office.ts';

/* What journeys of minutes see on a rapporteur's desk, and what approvers find in their letters. */

/** Where the page says whether everything is kept. */
export const standing = (desk: Desk) => desk.page.locator('.state [role=status]');

/** The texts of all entries in a language, as they stand in the page. */
export const texts = (on: Page, language: string) =>
  on
    .locator(`textarea[name=text_${language}]`)
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));

/** Expects a page without a fault that axe finds, which doesn't flow over its edge. */
export async function sound({ page: on }: Pick<Desk, 'page'>): Promise<void> {
  expect(describeViolations(new URL(on.url()).pathname, await violationsOf(on))).toEqual([]);
  const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await on.evaluate(over), on.url()).toBe(0);
}

/** Waits until a device has all it needs to open a page without a network. */
export async function prepared({ page: on }: Pick<Desk, 'page'>): Promise<void> {
  const path = new URL(on.url()).pathname;
  await on.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => on.evaluate(async (address) => Boolean(await caches.match(address)), path), {
      timeout: 20_000,
    })
    .toBe(true);
}

/** The link of the last letter to an address. */
export async function linkTo(node: TestNode, address: string): Promise<string> {
  const letter = await node.services.db.reader
    .selectFrom('mail_messages')
    .select('text')
    .where('to_address', '=', address)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return /http\S+token=[\w.%-]+/.exec(letter.text)![0];
}
