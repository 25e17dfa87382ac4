import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256Of } from '#events/minutes-seals/queries.server.ts';
import { laptop, phone, startBrowser } from '../support/browser.ts';
import { linkTo, prepared, sound, standing, texts } from '../support/minutes-desk.ts';
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

const page = '/workshops/rabat-2018/minutes/session-1';
const saved = 'Tout est enregistré.';

/** Who owns an action of the minutes, in words and by the record that is meant. */
const ownerOf = (text: string) =>
  node.services.db.reader
    .selectFrom('minutes_entries')
    .leftJoin('organisations', 'organisations.id', 'minutes_entries.organisation_id')
    .select(['owner', 'organisations.name_fr as name'])
    .where('text_fr', '=', text)
    .executeTakeFirstOrThrow();

it('two rapporteurs write the minutes of a session, one in Arabic and without a network for a while, and they are approved and sealed', async () => {
  const one = await deskOf(browser, node, 'rapporteur', { viewport: laptop });
  const two = await deskOf(browser, node, 'focal-point-oriental', { viewport: phone });
  await one.open(`/fr${page}`);
  await one.page.getByRole('button', { name: 'Ouvrir le procès-verbal' }).click();
  await expect.poll(() => standing(one).innerText()).toBe(saved);
  await one.page.getByRole('button', { name: 'Ajouter une note' }).click();
  await one.page.keyboard.type('Les régions veulent travailler ensemble.');
  await one.page.keyboard.press('Control+Enter');
  await one.page.keyboard.type('Un comité de suivi est créé.');
  await one.page.locator('select[name=kind]').nth(1).selectOption('decision');
  await expect.poll(() => standing(one).innerText()).toBe(saved);
  await sound(one);

  // Who owns an action is taken from the network by keyboard; typed on, it is words again.
  await one.page.keyboard.press('Control+Enter');
  await one.page.keyboard.type('Écrire la charte.');
  const action = one.page.locator('li[data-entry]').last();
  await action.locator('select[name=kind]').selectOption('action');
  const owner = action.getByRole('combobox', { name: 'Qui s’en charge' });
  await owner.focus();
  await one.page.keyboard.type('OIM Ma');
  await action.getByRole('option', { name: 'OIM Maroc' }).waitFor();
  await sound(one);
  await one.page.keyboard.press('ArrowDown');
  await one.page.keyboard.press('Enter');
  expect(await owner.inputValue()).toBe('OIM Maroc');
  await action.getByText('Organisation du réseau').waitFor();
  await expect.poll(() => standing(one).innerText()).toBe(saved);
  expect(await ownerOf('Écrire la charte.')).toEqual({ owner: 'OIM Maroc', name: 'OIM Maroc' });
  await one.page.keyboard.type(' et les régions');
  await expect
    .poll(() => ownerOf('Écrire la charte.'))
    .toEqual({
      owner: 'OIM Maroc et les régions',
      name: null,
    });
  await action.getByRole('button', { name: 'Retirer' }).click();

  // The focal point of the region has no right here until the facilitator gives it: the coordination writes instead.
  await two.open(`/ar${page}`);
  expect(await two.page.title()).not.toContain('المحضر');
  await two.context.close();
  const other = await deskOf(browser, node, 'coordinator', { viewport: phone });
  await other.open(`/ar${page}`);
  await expect
    .poll(() => texts(other.page, 'fr'))
    .toEqual(['Les régions veulent travailler ensemble.', 'Un comité de suivi est créé.']);
  await prepared(other);

  // The network is cut; the page is even opened again. Everything goes on.
  await other.context.setOffline(true);
  await other.page.locator('details summary').nth(1).click();
  await other.page.locator('textarea[name=text_ar]').first().fill('تريد الجهات أن تعمل معا.');
  await other.page.locator('textarea[name=text_fr]').first().fill('Les régions veulent avancer ensemble.');
  await one.page.locator('textarea[name=text_fr]').first().fill('Les régions veulent agir ensemble.');
  await expect.poll(() => standing(one).innerText()).toBe(saved);
  await expect.poll(() => standing(other).innerText()).toContain('لا توجد شبكة');
  await other.page.reload({ waitUntil: 'load' });
  await expect.poll(() => texts(other.page, 'fr')).toContain('Les régions veulent avancer ensemble.');
  await sound(other);

  // The line returns: what met stands twice until a person chooses, what did not meet is there.
  await other.context.setOffline(false);
  await expect.poll(() => other.page.locator('.rival').count(), { timeout: 40_000 }).toBe(1);
  await expect.poll(() => one.page.locator('.rival').count(), { timeout: 20_000 }).toBe(1);
  await sound(one);
  await one.page.locator('.rival textarea').fill('Les régions veulent agir et avancer ensemble.');
  await one.page.getByRole('button', { name: 'Prendre le troisième' }).click();
  await expect.poll(() => one.page.locator('.rival').count()).toBe(0);
  await expect.poll(() => other.page.locator('.rival').count(), { timeout: 20_000 }).toBe(0);
  await expect.poll(() => texts(other.page, 'fr')).toContain('Les régions veulent agir et avancer ensemble.');
  expect(await texts(one.page, 'ar')).toContain('تريد الجهات أن تعمل معا.');
  const operations = await node.services.db.reader
    .selectFrom('minutes_operations')
    .select('outcome')
    .where('asked', 'like', '%avancer ensemble%')
    .execute();
  expect(operations.map(({ outcome }) => outcome).toSorted()).toEqual(['applied', 'rival']);

  // Every version is there to compare.
  await one.page.getByRole('link', { name: 'Versions' }).first().click();
  await one.page.getByRole('heading', { name: 'Deux versions côte à côte' }).waitFor();
  await sound(one);

  // Two are asked; a line that names nobody is said by its number.
  await one.open(`/fr${page}/approval`);
  await one.page.locator('textarea[name=approvers]').fill('Une participante, a@example.org\nUn participant');
  await one.page.getByRole('button', { name: 'Envoyer pour approbation' }).click();
  await one.page.getByText('Ligne 2').first().waitFor();
  await one.page
    .locator('textarea[name=approvers]')
    .fill('Une participante, a@example.org\nمشارك، b@example.org، ar');
  await one.page.getByRole('button', { name: 'Envoyer pour approbation' }).click();
  await one.page.getByText('Accords reçus').waitFor();
  await sound(one);

  const guest = await browser.newContext({ viewport: phone });
  const letter = await guest.newPage();
  await letter.goto(await linkTo(node, 'b@example.org'));
  await letter.locator('main summary').first().click();
  await letter.locator('main textarea').first().fill('يرجى ذكر الجهات بأسمائها.');
  await letter.getByRole('button', { name: 'إرسال طلبات التعديل' }).click();
  await letter.getByText('أُحيل طلبكم').waitFor();
  await sound({ page: letter });
  await letter.goto(await linkTo(node, 'a@example.org'));
  await letter.getByRole('button', { name: 'J’approuve ce procès-verbal' }).click();
  await letter.getByText('votre accord est enregistré').waitFor();
  await guest.close();

  await one.page.reload();
  await one.page.locator('main textarea[name=text]').fill('Les noms figurent en annexe.');
  await one.page.getByRole('button', { name: 'Répondre' }).click();
  await one.page.getByRole('button', { name: 'Sceller le procès-verbal' }).click();
  await one.page.getByText('Ce procès-verbal est scellé').waitFor();
  await sound(one);
  const [download] = await Promise.all([
    one.page.waitForEvent('download'),
    one.page.getByRole('link', { name: 'Télécharger le texte scellé' }).click(),
  ]);
  const hash = await one.page.locator('code').first().innerText();
  expect(sha256Of(readFileSync(await download.path(), 'utf8'))).toBe(hash);

  // On the other device nothing can be written any more.
  await expect.poll(() => other.page.locator('textarea[name=text_fr]').count(), { timeout: 20_000 }).toBe(0);
  await other.open('/ar/sign-out');
  await other.page.getByRole('button', { name: 'تسجيل الخروج' }).last().click();
  await other.page.waitForLoadState('load');
  const kept = await other.page.evaluate(async () => [
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ]);
  expect(kept).toEqual([0, 0]);
  expect(node.errors).toEqual([]);
});

/** Presses a button of a page without script, and waits for the page it brings. */
async function press(on: Page, name: string): Promise<void> {
  const button = on.getByRole('button', { name }).last();
  await Promise.all([on.waitForEvent('load'), button.click()]);
}

it('minutes are written without script as well', async () => {
  const desk = await deskOf(browser, node, 'rapporteur', { viewport: phone, javaScriptEnabled: false });
  await desk.open('/fr/workshops/rabat-2018/minutes');
  await Promise.all([
    desk.page.waitForEvent('load'),
    desk.page.getByRole('link', { name: 'Vers une collaboration' }).click(),
  ]);
  await press(desk.page, 'Ouvrir le procès-verbal');
  for (const text of ['Première', 'Seconde']) {
    await press(desk.page, 'Ajouter une note');
    await desk.page.locator('li textarea[name=text_fr]').last().fill(text);
    await press(desk.page, 'Enregistrer la note');
  }
  await press(desk.page, 'Monter');
  expect(await texts(desk.page, 'fr')).toEqual(['Seconde', 'Première']);
  await press(desk.page, 'Retirer');
  expect(await texts(desk.page, 'fr')).toEqual(['Seconde']);
  // Somebody else wrote meanwhile: both texts stand, and one is chosen.
  const other = await deskOf(browser, node, 'coordinator', { javaScriptEnabled: false });
  await other.page.goto(desk.page.url());
  await other.page.locator('li textarea[name=text_fr]').fill('Seconde, revue');
  await press(other.page, 'Enregistrer la note');
  await desk.page.locator('li textarea[name=text_fr]').fill('Seconde, autrement');
  await press(desk.page, 'Enregistrer la note');
  await press(desk.page, 'Prendre ce texte');
  expect(await texts(desk.page, 'fr')).toEqual(['Seconde, autrement']);
  // An action's owner is whom its words mean.
  await desk.page.locator('li select[name=kind]').selectOption('action');
  await press(desk.page, 'Enregistrer la note');
  await desk.page.locator('li input[name=owner]').fill('oim maroc');
  await press(desk.page, 'Enregistrer la note');
  await desk.page.getByText('Organisation du réseau').waitFor();
  expect(await ownerOf('Seconde, autrement')).toEqual({ owner: 'oim maroc', name: 'OIM Maroc' });
  expect(node.errors).toEqual([]);
});
