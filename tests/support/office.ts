import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openSession } from './session.ts';
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
  const page = await context.newPage();
  const open = async (path: string) => void (await page.goto(node.publicUrl + path, { waitUntil: 'load' }));
  return { context, page, open };
}
