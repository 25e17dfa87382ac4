import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { readAccount } from '#network/accounts/queries.server.ts';
import { done } from '#platform/records/outcome.ts';
import { startBrowser } from '../support/browser.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';

/* Access and erasure as law 09-08 gives them, in a browser that runs no script. */
let node: TestNode;
let browser: Browser;
let context: BrowserContext;
let accountId: string;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
  const account = { name: 'Un rôle à effacer', email: 'to-erase@example.org', locale: 'fr' } as const;
  accountId = done(await createAccount(node.services.db, tester, account)).id;
  const signIn = await node.services.signIn();
  const { cookies } = await signIn.open(accountId, new Headers({ host: new URL(node.publicUrl).host }));
  context = await browser.newContext({ javaScriptEnabled: false });
  const [name = '', value = ''] = cookies[0]!.split(';')[0]!.split(/=(.*)/);
  await context.addCookies([{ name, value, url: node.publicUrl, httpOnly: true }]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

it('a person reads what is held about them, takes it away, and is erased', async () => {
  const page = await context.newPage();
  await page.goto(`${node.publicUrl}/fr/profile/data/held`);
  expect(await page.locator('#held').innerText()).toContain('to-erase@example.org');
  const file = await context.request.get(`${node.publicUrl}/fr/profile/data/export.json`);
  expect([file.headers()['cache-control'], (await file.json()).held.account[0].name]).toEqual([
    'private, no-store',
    'Un rôle à effacer',
  ]);

  await page.goto(`${node.publicUrl}/fr/profile/data`);
  await page.getByRole('button', { name: 'Effacer mon compte' }).click();
  await page.getByRole('alert').waitFor();
  expect((await readAccount(node.services.db.reader, accountId))?.status).toBe('active');
  await page.getByLabel(/Je veux effacer mon compte/).check();
  await page.getByRole('button', { name: 'Effacer mon compte' }).click();
  await page.getByText('Votre compte est effacé').waitFor();
  expect(await readAccount(node.services.db.reader, accountId)).toMatchObject({
    personal_name: '',
    status: 'erased',
  });
  await page.goto(`${node.publicUrl}/fr/profile`);
  expect(new URL(page.url()).pathname).toBe('/fr/sign-in');
  expect(node.errors).toEqual([]);
});
