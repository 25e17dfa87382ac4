import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addItem, updateItem } from '#events/programme/changes.server.ts';
import { inOrder } from '#events/programme-order/model.ts';
import { readProgramme } from '#events/programme/queries.server.ts';
import { done } from '#platform/records/outcome.ts';
import { describeViolations, violationsOf } from '../support/axe.ts';
import { laptop, phone, startBrowser } from '../support/browser.ts';
import { idAt, inThree, writeMeeting } from '../support/meeting.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { deskOf, type Desk } from '../support/office.ts';

const day = '2027-03-10';

let node: TestNode;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let open: Desk['open'];
let workshop: string;
let ids: string[];
let count = 0;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
  ({ context, page, open } = await deskOf(browser, node, 'coordinator', { viewport: laptop }));
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** A morning: an opening, two sessions in parallel with one speaker in both, a break. */
beforeEach(async () => {
  count += 1;
  await node.write(async (tx) => {
    const personId = await idAt(tx, 'people', 'ana-fonseca');
    workshop = (await writeMeeting(tx, `w-${count}`, { startsOn: day, endsOn: day }, [])).id;
    const item = async (title: string, startsAt: string, length: number, speaks = false) => {
      const people = speaks ? [{ part: 'moderator' as const, personId }] : [];
      const draft = { workshopId: workshop, day, kind: 'plenary' as const, title: inThree(title) };
      return done(await addItem(tx, tester, { ...draft, startsAt, length, contributions: people })).id;
    };
    ids = [
      await item('Accueil', '09:00', 30),
      await item('Santé', '09:30', 60, true),
      await item('École', '09:30', 60, true),
      await item('Pause', '10:30', 15),
    ];
  });
  await open(`/fr/workshops/w-${count}/programme/edit`);
  await page.locator('[data-alive]').first().waitFor();
});

const programme = async () =>
  inOrder(await readProgramme(node.services.db.reader, workshop)).map(
    ({ title_fr, starts_at, ends_at }) => `${title_fr!.split(' ')[0]} ${starts_at}-${ends_at}`,
  );
/** Without the spaces that keep French marks beside their words. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const focused = () => page.evaluate(() => document.activeElement?.id);

describe('the programme of a morning', () => {
  it('is reordered by keyboard: hours follow, the focus stays, the new place is said', async () => {
    await page.locator(`#edit-${ids[3]}`).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page
      .locator('#moved', { hasText: 'place 2 sur 4, de 09:30 à 09:45' })
      .waitFor({ state: 'attached' });
    expect(await focused()).toBe(`up-${ids[3]}`);
    expect(await programme()).toEqual([
      'Accueil 09:00-09:30',
      'Pause 09:30-09:45',
      'Santé 09:45-10:45',
      'École 09:45-10:45',
    ]);
    await page.keyboard.press('Enter');
    await page
      .locator('#moved', { hasText: 'place 1 sur 4, de 09:00 à 09:15' })
      .waitFor({ state: 'attached' });
    expect((await programme()).slice(0, 2)).toEqual(['Pause 09:00-09:15', 'Accueil 09:15-09:45']);
  });

  it('says before it is saved what a longer item moves, and moves it', async () => {
    await page.locator(`#edit-${ids[0]}`).press('Enter');
    const length = page.locator('#field-length');
    await length.fill('45');
    const words = plain(await page.locator('.shift p').innerText());
    expect(words).toContain('commencera à 09:45 au lieu de 09:30');
    expect(words).toContain('15 min plus tard : 3');
    await page.locator('#field-shift').press('Space');
    await length.press('Enter');
    await page.waitForURL(/saved=/);
    expect(await programme()).toEqual([
      'Accueil 09:00-09:45',
      'Santé 09:45-10:45',
      'École 09:45-10:45',
      'Pause 10:45-11:00',
    ]);
  });

  it('says in words that a speaker is twice at once, and no more once it is solved', async () => {
    const check = page.locator('#check');
    expect(plain(await check.innerText())).toContain('Ana Fonseca figure aussi dans « École');
    await check.getByRole('link').first().press('Enter');
    expect(await focused()).toBe(`row-${ids[1]}`);
    await page.locator(`#edit-${ids[2]}`).press('Enter');
    await page.locator('#field-startsAt').fill('10h45');
    await page.getByText('Aucun conflit').waitFor();
    expect((await programme())[2]).toBe('École 09:30-10:30');
    await page.locator('#field-startsAt').press('Enter');
    await page.waitForURL(/saved=/);
    expect((await programme())[3]).toBe('École 10:45-11:45');
    expect(await check.innerText()).toContain('Aucun conflit');
  });

  it('says everything that is wrong at once: fields, and names that nobody has', async () => {
    await open(`/fr/workshops/w-${count}/programme/edit?item=new&day=${day}`);
    await page.locator('[data-alive]').first().waitFor();
    await page.locator('#field-startsAt').fill('');
    await page.locator('#field-length').fill('20');
    await page.locator('#field-contributions-new-1-person').fill('Personne Inconnue Xyz');
    await page.locator('#field-length').press('Enter');
    await page.getByText('Ce nom n’est pas dans le réseau').first().waitFor();
    expect(plain(await page.locator('main').innerText())).toContain('Donnez aussi l’heure de début');
    expect(await page.locator('#field-kind').getAttribute('aria-invalid')).toBe('true');
    expect((await programme()).length).toBe(4);
  });

  it('takes a person who is not there yet, once those alike are shown', async () => {
    await page.locator(`#edit-${ids[0]}`).press('Enter');
    const person = page.locator('#field-contributions-new-1-person');
    await person.pressSequentially('Anna Fonsecca');
    const options = page.locator('[role="option"]');
    await options.nth(1).waitFor();
    expect((await options.allInnerTexts()).map(plain)).toEqual([
      expect.stringContaining('Ana Fonseca'),
      expect.stringContaining('Ajouter « Anna Fonsecca » au réseau'),
    ]);
    await person.press('Escape');
    await person.press('Enter');
    await page.getByText('d’autres lui ressemblent').first().waitFor();
    await page.getByLabel('Ajouter cette personne au réseau').press('Space');
    await person.press('Escape');
    await person.press('Enter');
    await page.waitForURL(/saved=/);
    const [first] = inOrder(await readProgramme(node.services.db.reader, workshop));
    expect(first!.contributions.map(({ person_slug }) => person_slug)).toEqual(['anna-fonsecca']);
  });

  it('shows both texts where two wrote one item, and joins what only one of them changed', async () => {
    await page.locator(`#edit-${ids[1]}`).press('Enter');
    await page.locator('#field-title-fr').fill('Mon titre');
    await page.locator('#field-room-fr').fill('Ma salle');
    await node.write(async (tx) => {
      const personId = await idAt(tx, 'people', 'saad-alami');
      const contributions = [{ part: 'speaker' as const, personId }];
      const theirs = {
        id: ids[1]!,
        version: 1,
        kind: 'plenary' as const,
        title: inThree('Leur'),
        contributions,
      };
      return done(await updateItem(tx, tester, { ...theirs, day, startsAt: '09:30', length: 60 }));
    });
    await page.locator('#field-title-fr').press('Enter');
    await page.getByText('Leur en français').waitFor();
    expect(await page.inputValue('#field-title-fr')).toBe('Mon titre');
    await page.getByLabel('Garder mon texte ci-dessus').first().press('Space');
    await page.locator('#field-title-fr').press('Enter');
    await page.waitForURL(/saved=/);
    const [, item] = inOrder(await readProgramme(node.services.db.reader, workshop));
    expect([item!.title_fr, item!.title_en, item!.room_fr]).toEqual([
      'Mon titre',
      'Leur in English',
      'Ma salle',
    ]);
    expect(item!.contributions.map(({ person_slug }) => person_slug)).toEqual(['saad-alami']);
  });

  it('is moved by its handle, on its day and to another', async () => {
    await node.write(async (tx) => {
      await tx.updateTable('workshops').set({ ends_on: '2027-03-11' }).where('id', '=', workshop).execute();
      const draft = { workshopId: workshop, day: '2027-03-11', kind: 'plenary' as const };
      done(await addItem(tx, tester, { ...draft, title: inThree('Clôture'), startsAt: '09:00', length: 30 }));
    });
    await open(`/fr/workshops/w-${count}/programme/edit`);
    await page.locator('[data-alive]').first().waitFor();
    const drag = async (id: string, onto: string) => {
      const handle = page.locator(`#row-${id} .handle`);
      await handle.scrollIntoViewIfNeeded();
      const from = (await handle.boundingBox())!;
      await page.mouse.move(from.x + 5, from.y + 5);
      await page.mouse.down();
      const to = (await page.locator(onto).boundingBox())!;
      await page.mouse.move(to.x + 20, to.y + to.height - 4, { steps: 6 });
      await page.mouse.up();
    };
    await drag(ids[3]!, `#row-${ids[0]}`);
    await page.locator('#moved', { hasText: 'place 2 sur 4' }).waitFor({ state: 'attached' });
    expect((await programme())[1]).toBe('Pause 09:30-09:45');
    await drag(ids[0]!, '[data-day="2027-03-11"] ol > li');
    await page.locator('#moved', { hasText: 'jeudi 11 mars 2027' }).waitFor({ state: 'attached' });
    const items = inOrder(await readProgramme(node.services.db.reader, workshop));
    const placed = items.find(({ id }) => id === ids[0])!;
    expect([placed.day, placed.starts_at]).toEqual(['2027-03-11', '09:00']);
    // The same by the list of days, and its edge by the keyboard.
    await page.locator(`#row-${ids[0]} summary`).click();
    await page.locator(`#row-${ids[0]} select[name="day"]`).selectOption('2027-03-10');
    await page.locator(`#place-${ids[0]}`).click();
    await page.locator('#moved', { hasText: 'mercredi 10 mars 2027' }).waitFor({ state: 'attached' });
  });

  it('takes people in another order, with and without script', async () => {
    const people = async () =>
      (await readProgramme(node.services.db.reader, workshop))
        .find(({ id }) => id === ids[0])!
        .contributions.map(({ person_slug }) => person_slug);
    await node.write(async (tx) => {
      const contributions = [
        { part: 'speaker' as const, personId: await idAt(tx, 'people', 'ana-fonseca') },
        { part: 'speaker' as const, personId: await idAt(tx, 'people', 'saad-alami') },
      ];
      const whole = { id: ids[0]!, version: 1, kind: 'plenary' as const, title: inThree('Accueil') };
      done(await updateItem(tx, tester, { ...whole, day, startsAt: '09:00', length: 30, contributions }));
    });
    await open(`/fr/workshops/w-${count}/programme/edit?item=${ids[0]}`);
    await page.locator('[data-alive]').first().waitFor();
    await page.getByLabel('Descendre la personne ou l’organisation 1').click();
    await page.locator('#field-startsAt').press('Enter');
    await page.waitForURL(/saved=/);
    expect(await people()).toEqual(['saad-alami', 'ana-fonseca']);

    const scriptless = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await context.storageState(),
    });
    const tab = await scriptless.newPage();
    await tab.goto(`${node.publicUrl}/fr/workshops/w-${count}/programme/edit?item=${ids[0]}`);
    await tab.locator('#field-title-fr').fill('Autre accueil');
    await tab.getByLabel('Monter la personne ou l’organisation 2').click();
    expect(await tab.inputValue('#field-title-fr')).toBe('Autre accueil');
    expect(await people()).toEqual(['saad-alami', 'ana-fonseca']);
    await tab.locator('#field-startsAt').press('Enter');
    await tab.waitForURL(/saved=/);
    expect(await people()).toEqual(['ana-fonseca', 'saad-alami']);
    await scriptless.close();
  });

  it('is written and moved without script', async () => {
    const scriptless = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await context.storageState(),
    });
    const tab = await scriptless.newPage();
    await tab.goto(`${node.publicUrl}/fr/workshops/w-${count}/programme/edit`);
    await tab.locator(`#down-${ids[0]}`).press('Enter');
    expect((await programme())[2]).toBe('Accueil 10:00-10:30');
    await tab.goto(`${node.publicUrl}/fr/workshops/w-${count}/programme/edit?item=new&day=${day}`);
    await tab.locator('#field-kind').selectOption('break');
    await tab.locator('#field-title-fr').fill('Fin');
    await tab.locator('#field-startsAt').fill('17');
    await tab.locator('#field-length').fill('30');
    await tab.locator('#field-title-fr').press('Enter');
    expect(await tab.getByRole('status').first().innerText()).toContain('Remarques');
    expect((await programme()).at(-1)).toBe('Fin 17:00-17:30');
    await scriptless.close();
  });

  it.each([
    ['fr', laptop, 'light'],
    ['ar', laptop, 'dark'],
    ['fr', phone, 'dark'],
    ['ar', phone, 'light'],
  ] as const)('has no fault that axe finds, in %s at %j', async (language, viewport, colorScheme) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const address = `/${language}/workshops/w-${count}/programme/edit`;
    for (const query of ['', `?item=${ids[2]}`, '?item=new']) {
      await open(address + query);
      await page.locator('[data-alive]').first().waitFor();
      expect(describeViolations(query, await violationsOf(page))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await page.setViewportSize(laptop);
  });
});
