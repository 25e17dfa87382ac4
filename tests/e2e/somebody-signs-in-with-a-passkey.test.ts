import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { startNode, type TestNode } from '../support/node.ts';

/*
 * With an authenticator that Chromium plays itself (W3C Web Authentication §11): a passkey is made, signs in, is
 * called by another name, and signs in no more once it was removed.
 */
let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

it('a passkey made on the profile signs in, until it is removed', { timeout: 120_000 }, async () => {
  const url = node.publicUrl;
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const enter = page.getByRole('button', { name: 'Entrer avec une clé d’accès' });

  await page.goto(`${url}/fr/sign-in`);
  await page.getByRole('button', { name: /Facilitation/ }).click();
  await page.waitForURL(/my-work/);
  await page.goto(`${url}/fr/profile/sign-in`);
  await page.getByLabel('Nom de la clé').fill('Poste du bureau');
  await page.getByRole('button', { name: 'Créer une clé sur cet appareil' }).click();
  await page.getByText('La clé est prête').waitFor();
  expect(await page.locator('#passkeys li .title').allInnerTexts()).toEqual(['Poste du bureau']);
  await page.getByRole('button', { name: 'Créer une clé sur cet appareil' }).click();
  await page.getByText('Cet appareil a déjà une clé').waitFor();

  await page.goto(`${url}/fr/sign-out`);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.waitForURL(`${url}/fr`);
  await page.goto(`${url}/fr/sign-in?after=%2Ffr%2Fprofile%2Fsign-in`);
  await enter.click();
  await page.waitForURL(`${url}/fr/profile/sign-in`);
  expect(await page.locator('.title').allInnerTexts()).toContain('Poste du bureau');

  await page.getByRole('button', { name: 'Retirer la clé Poste du bureau' }).click();
  await page.getByText('La clé est retirée').waitFor();
  expect(await page.locator('#passkeys li').count()).toBe(0);
  await page.goto(`${url}/fr/sign-out`);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.waitForURL(`${url}/fr`);
  await page.goto(`${url}/fr/sign-in`);
  await enter.click();
  await page.getByText('Cette clé n’ouvre aucune session ici').waitFor();
  await context.close();
  expect(node.errors).toEqual([]);
});
