import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demonstrationAccount, openSession } from './session.ts';
import type { TestNode } from './node.ts';

/** A browser of somebody who is signed in; each has cookies and storage of their own. */
export interface Desk {
  context: BrowserContext;
  page: Page;
  /** Opens a path of the node. */
  open(path: string): Promise<void>;
}

/**
 * Signs in as one of the demonstration's accounts, in a browser of their own.
 * @param account its key in demo/accounts.ts
 */
export async function deskOf(
  browser: Browser,
  node: TestNode,
  account: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Desk> {
  const context = await browser.newContext(options);
  const session = await openSession(node, account);
  const [name = '', value = ''] = session.split('=', 2);
  await context.addCookies([{ name, value, url: node.publicUrl }]);
  return deskIn(context, node);
}

/** As {@link deskOf}, by the page of signing in, on which anyone may choose one of the demonstration's accounts. */
export async function enterAs(
  browser: Browser,
  node: TestNode,
  account: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Desk> {
  const desk = await deskIn(await browser.newContext(options), node);
  await desk.open('/fr/sign-in');
  await desk.page.click(`button[name="account"][value="${await demonstrationAccount(node, account)}"]`);
  await desk.page.waitForURL(/\/my-work/);
  return desk;
}

/** A desk in a browser at hand, whoever it is signed in as. */
export async function deskIn(context: BrowserContext, node: TestNode): Promise<Desk> {
  const page = await context.newPage();
  const open = async (path: string) => void (await page.goto(node.publicUrl + path, { waitUntil: 'load' }));
  return { context, page, open };
}
