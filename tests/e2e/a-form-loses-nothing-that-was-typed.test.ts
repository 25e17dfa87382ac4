import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { laptop, startBrowser } from '../support/browser.ts';
import { startNode, type TestNode } from '../support/node.ts';
import { deskOf } from '../support/office.ts';

let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const organisation = '/fr/organisations/university-mohammed-premier/edit';
const summary = '#field-summary-fr';
const save = 'button:has-text("Enregistrer")';

it('what is wrong is said beside the field and before the form, and everything typed stays', async () => {
  const { page, open } = await deskOf(browser, node, 'coordinator', { viewport: laptop });
  await open('/fr/new/workshops');
  await page.fill('#field-title-ar', 'ورشة تجريبية');
  await page.fill('#field-startsOn', '2027-04-11');
  await page.fill('#field-endsOn', '2027-04-10');
  await page.click('button:has-text("Enregistrer")');
  await page.locator('.problems').waitFor();
  expect(await page.locator('#field-endsOn-problem').textContent()).toBe('La fin précède le début.');
  expect(await page.inputValue('#field-title-ar')).toBe('ورشة تجريبية');
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('problems');
  await page.context().close();
});

it('what is typed before the script arrives stays, and is kept as a draft once it has', async () => {
  const { context, page } = await deskOf(browser, node, 'administrator');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(node.publicUrl + organisation, { waitUntil: 'domcontentloaded' });
  await page.fill(summary, 'Tapé tout de suite.');
  await page.check('input[name="summary.original"][value=ar]');
  expect(await page.locator('form[data-alive]').count()).toBe(0);
  release();
  await page.locator('form[data-alive]').waitFor();
  expect(await page.inputValue(summary)).toBe('Tapé tout de suite.');
  expect(await page.isChecked('input[name="summary.original"][value=ar]')).toBe(true);
  await page.locator('.status:has-text("Brouillon gardé.")').waitFor();
  await page.reload();
  await page.click('button:has-text("Jeter le brouillon")');
  await context.close();
});

it('a draft waits where it was left, also in another browser', async () => {
  const first = await deskOf(browser, node, 'facilitator');
  await first.open('/fr/new/workshops');
  await first.page.locator('form[data-alive]').waitFor();
  await first.page.fill('#field-title-fr', 'Un titre jamais enregistré');
  await first.page.locator('.status:has-text("Brouillon gardé.")').waitFor();
  await first.context.close();

  const second = await deskOf(browser, node, 'facilitator');
  await second.open('/fr/new/workshops');
  expect(await second.page.inputValue('#field-title-fr')).toBe('Un titre jamais enregistré');
  await second.page.click('button:has-text("Jeter le brouillon")');
  await second.page.waitForURL(/new\/workshops/);
  await second.page.locator('.notice').waitFor({ state: 'detached' });
  expect(await second.page.inputValue('#field-title-fr')).toBe('');
  await second.context.close();
});

it('a page that leads back to itself begins anew once it is saved, and a changed language loads its page whole', async () => {
  const { context, open, page } = await deskOf(browser, node, 'administrator', { viewport: laptop });
  await open('/fr/workshops/rabat-2018/conclusions');
  await page.locator('form[data-alive]').waitFor();
  await page.fill('#field-text-fr', 'Une conclusion de plus.');
  await page.locator('.status:has-text("Brouillon gardé.")').waitFor();
  await page.click('form[data-alive] button:last-of-type');
  await page.locator('main li, main td').filter({ hasText: 'Une conclusion de plus.' }).first().waitFor();
  await expect.poll(() => page.inputValue('#field-text-fr')).toBe('');
  expect(await page.locator('.status').textContent()).toBe('');

  await open('/fr/profile');
  await page.locator('form[data-alive]').first().waitFor();
  for (const [language, direction] of [
    ['ar', 'rtl'],
    ['fr', 'ltr'],
  ] as const) {
    await page.selectOption('[name=locale]', language);
    await page
      .locator('form[data-alive]', { has: page.locator('[name=locale]') })
      .locator('button')
      .click();
    await page.waitForURL(new RegExp(`/${language}/profile`));
    await page.locator('form[data-alive]').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction);
  }
  await context.close();
});

it('a cut network keeps what was typed on the device, and the form can be sent once it is back', async () => {
  const { context, page, open } = await deskOf(browser, node, 'coordinator');
  await open(organisation);
  await page.locator('form[data-alive]').waitFor();
  await context.setOffline(true);
  await page.fill(summary, 'Écrit sans réseau.');
  await page.locator('.status:has-text("Pas de réseau")').waitFor();
  await page.click(save);
  await page.locator('.unsent').waitFor();
  expect(await page.inputValue(summary)).toBe('Écrit sans réseau.');

  await context.setOffline(false);
  await page.click(save);
  await page.waitForURL(/organisations\/university-mohammed-premier$/);
  expect(await page.textContent('main')).toContain('Écrit sans réseau.');
  await context.close();
});

it('a page that was closed without network finds the text on the device', async () => {
  const { context, page, open } = await deskOf(browser, node, 'coordinator');
  await open(organisation);
  await page.locator('form[data-alive]').waitFor();
  await context.setOffline(true);
  await page.fill(summary, 'Gardé ici.');
  await page.locator('.status:has-text("Pas de réseau")').waitFor();
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(node.publicUrl + organisation);
  await again.click('button:has-text("Le reprendre")');
  expect(await again.inputValue(summary)).toBe('Gardé ici.');
  await context.close();
});

it('a session that ended gives the form back after signing in again', async () => {
  const { context, page, open } = await deskOf(browser, node, 'administrator', { javaScriptEnabled: false });
  await open('/fr/new/people');
  await page.fill('#field-name-fr', 'Rôle public sans session');
  await context.clearCookies();
  await page.click('button:has-text("Enregistrer")');
  expect(page.url()).toContain('/fr/sign-in');
  expect(await page.textContent('main')).toContain('Votre session a pris fin.');
  await page.locator('button[name=account]').first().click();
  expect(page.url()).toContain('/fr/new/people');
  expect(await page.inputValue('#field-name-fr')).toBe('Rôle public sans session');
  await context.close();
});

it('nor is a form of a draft lost with its session: the workshop’s own, and a new point of its programme', async () => {
  const { context, page, open } = await deskOf(browser, node, 'facilitator', { javaScriptEnabled: false });
  await open('/fr/workshops/rabat-2018/next');
  await page.fill('#field-title-fr', 'Brouillon sans session');
  await page.fill('#field-startsOn', '2027-05-10');
  await page.fill('#field-endsOn', '2027-05-11');
  await page.click('button:has-text("Créer le brouillon")');
  const draft = '/fr/workshops/brouillon-sans-session';
  expect(page.url()).toBe(node.publicUrl + draft);
  const cookies = await context.cookies();
  for (const [path, control] of [
    ['/edit', 'summary.fr'],
    ['/programme/edit?item=new', 'title.fr'],
  ] as const) {
    await open(draft + path);
    await page.fill(`[name="${control}"]`, 'Écrit avant la fin.');
    await context.clearCookies();
    await page.locator('main form button:has-text("Enregistrer")').last().click();
    expect(await page.textContent('main')).toContain('Votre session a pris fin.');
    await page.locator('section[aria-labelledby="role-facilitator"] button').first().click();
    await page.waitForURL(node.publicUrl + draft + path);
    expect(await page.inputValue(`[name="${control}"]`)).toBe('Écrit avant la fin.');
    await context.addCookies(cookies);
  }
  await context.close();
});

it('a file that is too heavy is told beside its field, before anything is sent', async () => {
  const { context, page, open } = await deskOf(browser, node, 'facilitator', { viewport: laptop });
  await open('/fr/workshops/rabat-2018/documents');
  await page.fill('[name="title.fr"]', 'Un titre');
  const buffer = Buffer.alloc(20 * 1024 * 1024 + 1);
  await page.setInputFiles('#document-file', { name: 'note.pdf', mimeType: 'application/pdf', buffer });
  await page.click('form[action="?/document"] button');
  expect(await page.textContent('#document-file-problem')).toMatch(/plus de 20 Mo/);
  expect(new URL(page.url()).search).toBe('');
  expect(await page.inputValue('[name="title.fr"]')).toBe('Un titre');
  await context.close();
});

it('two editors keep what only one changed, and choose where both changed the same text', async () => {
  const mine = await deskOf(browser, node, 'administrator');
  const theirs = await deskOf(browser, node, 'coordinator');
  await mine.open(organisation);
  await theirs.open(organisation);
  await theirs.page.fill(summary, 'Leur texte.');
  await theirs.page.fill('#field-acronym-fr', 'UMP');
  await theirs.page.click(save);
  await theirs.page.waitForURL(/university-mohammed-premier$/);

  await mine.page.fill(summary, 'Mon texte.');
  await mine.page.fill('#field-url', 'https://example.org/');
  await mine.page.click(save);
  await mine.page.locator('.problems').waitFor();
  expect(await mine.page.inputValue(summary)).toBe('Mon texte.');
  expect(await mine.page.textContent('blockquote')).toBe('Leur texte.');
  expect(await mine.page.inputValue('#field-acronym-fr')).toBe('UMP');

  await mine.page.click('label:has-text("Prendre leur texte")');
  await mine.page.click(save);
  await mine.page.waitForURL(/university-mohammed-premier$/);
  const row = await node.services.db.reader
    .selectFrom('organisations')
    .select(['summary_fr', 'acronym_fr', 'url'])
    .where('slug', '=', 'university-mohammed-premier')
    .executeTakeFirst();
  expect(row).toEqual({ summary_fr: 'Leur texte.', acronym_fr: 'UMP', url: 'https://example.org/' });
  await mine.context.close();
  await theirs.context.close();
});

it('an older version comes back from the history', async () => {
  const { context, page, open } = await deskOf(browser, node, 'administrator');
  await open('/fr/organisations/university-mohammed-premier/history');
  const versions = await page.locator('li:has(form)').count();
  expect(versions).toBeGreaterThan(1);
  await page.locator('li:has(form)').last().locator('button').click();
  await page.locator('text=La version est rétablie').waitFor();
  const row = await node.services.db.reader
    .selectFrom('organisations')
    .select(['summary_fr', 'version'])
    .where('slug', '=', 'university-mohammed-premier')
    .executeTakeFirstOrThrow();
  expect(row.summary_fr).not.toMatch(/Leur texte|réseau/);
  expect(row.version).toBeGreaterThan(3);
  await context.close();
});

it('nothing of this was an error to the node', () => {
  expect(node.errors).toEqual([]);
});
