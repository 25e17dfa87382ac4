import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeViolations, violationsOf } from '../support/axe.ts';
import { laptop, phone, startBrowser } from '../support/browser.ts';
import { startNode, type TestNode } from '../support/node.ts';
import { deskIn, enterAs, type Desk } from '../support/office.ts';

/*
 * One story in order: an administrator, signed in by the page as everybody here, invites a facilitator, who by mail link
 * signs in, duplicates Rabat as the next
 * edition, edits it in French and Arabic, meets and solves a conflict of two speakers and one of two editors, loses
 * the network once, previews, publishes; a reader reads it in Arabic on a phone; another region saw nothing before.
 */
const address = 'new-facilitator@example.org';
const titles = { fr: 'Les régions, un an après', ar: 'الجهات بعد سنة' };

let node: TestNode;
let browser: Browser;
let facilitator: Desk;
let page: Page;
let place: string;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** The address that the latest letter to somebody leads to. */
async function linkInLetter(): Promise<string> {
  const row = await node.services.db.reader
    .selectFrom('mail_messages')
    .select('text')
    .where('to_address', '=', address)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return /^http\S+$/m.exec(row.text)![0];
}

const alive = (tab: Page) => tab.locator('form[data-alive], [data-alive]').first().waitFor();
const save = (tab: Page) => tab.getByRole('button', { name: 'Enregistrer', exact: true }).click();

describe('from the invitation to the public page', () => {
  it('an administrator invites a facilitator of the organisation that convened Rabat', async () => {
    const { context, page: tab, open } = await enterAs(browser, node, 'administrator', { viewport: laptop });
    await open('/fr/invitations/new');
    await alive(tab);
    await tab.fill('#field-name', 'Facilitation, nouvelle');
    await tab.fill('#field-email', address);
    await tab.selectOption('#field-locale', 'fr');
    await tab.selectOption('#field-role', 'facilitator');
    const convener = tab.locator('#field-on option', {
      hasText: /OIM.*Maroc|Organisation internationale.*Maroc/,
    });
    await tab.selectOption('#field-on', (await convener.first().getAttribute('value'))!);
    await tab.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await tab.waitForURL(/invitations/);
    await context.close();
  });

  it('the facilitator accepts by the letter’s link, and later signs in by a mail link', async () => {
    facilitator = await deskIn(await browser.newContext({ viewport: laptop }), node);
    ({ page } = facilitator);
    await page.goto(await linkInLetter());
    await page.getByRole('button', { name: 'Accepter et entrer' }).click();
    await page.waitForURL(/my-work/);

    await facilitator.open('/fr/sign-out');
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.waitForURL(/\/fr$/);
    await facilitator.open('/fr/sign-in');
    await alive(page);
    await page.fill('#field-email', address);
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByText('Si un compte a cette adresse').waitFor();
    await page.goto(await linkInLetter());
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.waitForURL(/my-work/);
  });

  it('duplicates Rabat as the next edition', async () => {
    await facilitator.open('/fr/workshops/rabat-2018/next');
    await alive(page);
    await page.fill('#field-title-fr', titles.fr);
    await page.fill('#field-title-ar', titles.ar);
    await page.fill('#field-title-en', '');
    await page.fill('#field-startsOn', '2027-04-14');
    await page.fill('#field-endsOn', '2027-04-15');
    await page.getByRole('button', { name: 'Créer le brouillon' }).click();
    await page.waitForURL((url) => /\/fr\/workshops\/(?!rabat-2018)[a-z0-9-]+/.test(url.pathname));
    place = /\/workshops\/[a-z0-9-]+/.exec(page.url())![0];
    await facilitator.open(`/fr${place}`);
    expect(await page.textContent('h1')).toContain(titles.fr);
    expect(await page.locator('#programme').textContent()).toContain('Petit-déjeuner thématique');
  });

  it('the draft is not there for another region, nor for the public', async () => {
    const other = await enterAs(browser, node, 'coordinator-souss-massa');
    for (const path of [`/fr${place}`, `/ar${place}`, `/fr${place}/edit`]) {
      const answer = await other.page.goto(node.publicUrl + path);
      expect([path, answer?.status()]).toEqual([path, 404]);
    }
    await other.context.close();
    expect((await node.get(`/fr${place}`)).status).toBe(404);
    for (const path of ['/fr', '/fr/workshops', '/sitemap.xml', '/fr/workshops/feed.atom'])
      expect([path, (await (await node.get(path)).text()).includes(place)]).toEqual([path, false]);
  });

  it('is edited in French and Arabic, and a cut network loses nothing', async () => {
    await facilitator.open(`/fr${place}/edit`);
    await alive(page);
    await page.fill('#field-summary-fr', 'Ce que les régions ont fait depuis Rabat.');
    await page.fill('#field-summary-ar', 'ما أنجزته الجهات منذ لقاء الرباط.');
    await page.fill('#field-city-fr', 'Oujda');
    await page.fill('#field-city-ar', 'وجدة');
    await facilitator.context.setOffline(true);
    await save(page);
    await page.locator('.unsent').waitFor();
    expect(await page.inputValue('#field-summary-ar')).toBe('ما أنجزته الجهات منذ لقاء الرباط.');
    await facilitator.context.setOffline(false);
    await save(page);
    await page.waitForURL(new RegExp(`/fr${place}$`));
    expect(await page.textContent('main')).toContain('Ce que les régions ont fait depuis Rabat.');
  });

  it('two speakers at once are said in words, and solved', async () => {
    await facilitator.open(`/fr${place}/programme/edit`);
    await alive(page);
    const sessions = page.locator('[id^="edit-"]');
    expect(await sessions.count()).toBeGreaterThan(5);
    const open = async (title: RegExp) => {
      await facilitator.open(`/fr${place}/programme/edit`);
      await alive(page);
      const row = page.locator('[id^="row-"]', { hasText: title }).first();
      await row.locator('[id^="edit-"]').first().click();
      await page.locator('#field-startsAt').waitFor();
    };
    const give = async (start: string, person?: string) => {
      await page.selectOption('#field-day', '2027-04-14');
      await page.fill('#field-startsAt', start);
      await page.fill('#field-length', '60');
      if (person) {
        const field = page.locator('[id^="field-contributions-new-"][id$="-person"]').first();
        await field.fill(person);
        await page.keyboard.press('Escape');
      }
      await page.locator('#field-length').press('Enter');
      await page.waitForURL(/saved=/);
    };
    await open(/gouvernance/i);
    await give('09:30', 'Ana Fonseca');
    await open(/académique|université/i);
    await give('09:30', 'Ana Fonseca');
    await page.locator('#check', { hasText: 'Ana Fonseca' }).waitFor();
    await open(/académique|université/i);
    await give('10:45');
    expect(await page.locator('#check').textContent()).not.toContain('Ana Fonseca');
  });

  it('two editors of one text choose between both', async () => {
    const other = await enterAs(browser, node, 'coordinator', { viewport: laptop });
    await facilitator.open(`/fr${place}/edit`);
    await alive(page);
    await other.open(`/fr${place}/edit`);
    await alive(other.page);
    await other.page.fill('#field-aims-ar', 'نص التنسيق.');
    await save(other.page);
    await other.page.waitForURL(new RegExp(`/fr${place}$`));
    await other.context.close();

    await page.fill('#field-aims-ar', 'نص التيسير.');
    await save(page);
    await page.locator('.problems').waitFor();
    expect(await page.inputValue('#field-aims-ar')).toBe('نص التيسير.');
    expect(await page.textContent('blockquote')).toBe('نص التنسيق.');
    expect(describeViolations('conflict', await violationsOf(page))).toEqual([]);
    await page.locator('input[type=radio][value=mine]').first().check();
    await save(page);
    await page.waitForURL(new RegExp(`/fr${place}$`));
  });

  it('is previewed in both languages, then published', async () => {
    for (const locale of ['fr', 'ar'] as const) {
      await facilitator.open(`/${locale}${place}`);
      expect(await page.textContent('h1')).toContain(titles[locale]);
    }
    await facilitator.open(`/fr${place}/status`);
    await page.locator('form:has(input[name=to][value=announced]) button').click();
    await page.waitForLoadState();
    await facilitator.open(`/fr${place}/status`);
    expect(await page.locator('input[name=to][value=announced]').count()).toBe(0);
    await node.settled();
  });

  it('a reader reads it in Arabic on a phone, without script, and it prints nothing over the edge', async () => {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false, locale: 'ar-MA' });
    const tab = await context.newPage();
    const answer = await tab.goto(`${node.publicUrl}/ar${place}`);
    expect(answer?.status()).toBe(200);
    expect(await tab.locator('h1').textContent()).toContain(titles.ar);
    expect(await tab.locator('main').textContent()).toContain('ما أنجزته الجهات منذ لقاء الرباط.');
    expect(await tab.locator('main').textContent()).toContain('نص التيسير.');
    expect(await tab.locator('main').textContent()).toContain('وجدة');
    await context.close();

    const scripted = await browser.newContext({ viewport: phone });
    const other = await scripted.newPage();
    await other.goto(`${node.publicUrl}/ar${place}`);
    expect(describeViolations(place, await violationsOf(other))).toEqual([]);
    expect(
      await other.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    ).toBe(true);
    await scripted.close();
  });

  it('nothing of this was an error to the node', () => {
    expect(node.errors).toEqual([]);
  });
});
