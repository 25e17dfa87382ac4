import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createInvitation } from '#network/invitations/changes.server.ts';
import { setupToken } from '#network/setup/changes.server.ts';
import { NETWORK } from '#platform/actor/actor.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { done } from '#platform/records/outcome.ts';
import { describeViolations, violationsOf } from '../support/axe.ts';
import { laptop, phone, startBrowser } from '../support/browser.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';

/* Pages of the office that open to whoever is signed out, in both directions and both schemes of colours. */

let browser: Browser;
let node: TestNode;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());
afterEach(() => node?.stop());

const looks = [
  ['fr', laptop, 'light'],
  ['fr', laptop, 'dark'],
  ['ar', phone, 'light'],
  ['ar', phone, 'dark'],
] as const;

/** What is wrong with pages that nobody has signed in to see. @param shown what must stand on the page */
async function faultsOf(pages: readonly { path: string; shown: string }[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [locale, viewport, colorScheme] of looks) {
    const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled: true });
    const page = await context.newPage();
    for (const { path, shown } of pages) {
      await page.goto(`${node.publicUrl}/${locale}${path}`);
      const place = `${locale} ${colorScheme} ${path.split('=')[0]}`;
      if ((await page.locator(shown).count()) === 0) faults.push(`${place}: ${shown} is not there`);
      faults.push(...describeViolations(place, await violationsOf(page)));
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) faults.push(`${place} flows over its edge`);
    }
    await context.close();
  }
  return faults;
}

describe('signed out, on a node with accounts', () => {
  beforeEach(async () => {
    node = await startNode();
  });

  it('the doors are sound', async () => {
    const invited = { email: 'role@example.org', name: 'Un rôle', locale: 'fr' } as const;
    const place = { role: 'member', scope: 'network', on: NETWORK } as const;
    const sending = { clock: systemClock, publicUrl: node.publicUrl, place: '' };
    const { href } = await node.write(async (tx) =>
      done(await createInvitation(tx, tester, { ...invited, ...place }, sending)),
    );
    const token = new URL(href).searchParams.get('token') ?? '';
    expect(
      await faultsOf([
        { path: '/sign-in', shown: 'form[action^="?/demonstration"]' },
        { path: '/sign-in?ended=1', shown: '[role="status"]' },
        { path: '/sign-in/link?token=x', shown: 'input[name="token"]' },
        { path: '/membership', shown: 'form textarea' },
        { path: '/membership?sent', shown: 'h1' },
        { path: '/invitation?token=x', shown: 'h1' },
        { path: `/invitation?token=${token}`, shown: 'form input[name="token"]' },
        { path: '/setup?token=x', shown: 'h1' },
      ]),
    ).toEqual([]);
    expect(node.errors).toEqual([]);
  });
});

it('on a node without accounts, its setting up is sound', async () => {
  node = await startNode({ empty: true });
  const token = await setupToken(node.services);
  expect(
    await faultsOf([
      { path: `/setup?token=${token}`, shown: 'input[type="password"]' },
      { path: '/sign-in', shown: 'h1' },
    ]),
  ).toEqual([]);
});
