import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { note, sessionNamed } from '../support/board.ts';
import { phone, startBrowser } from '../support/browser.ts';
import { prepared } from '../support/minutes-desk.ts';
import { startNode, type TestNode } from '../support/node.ts';
import { deskOf } from '../support/office.ts';
import { workshopNamed } from '../support/workshops.ts';

/*
 * A day without a network, from eight in the morning to six: the page's clock is moved on by hand, the device is
 * started again, the tab is closed and opened, somebody sets the clock.
 */
let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
});
afterAll(async () => {
  expect(node?.errors).toEqual([]);
  await browser?.close();
  await node?.stop();
});

const page = '/fr/workshops/whole-day/minutes/session';
const saved = 'Tout est enregistré.';
const standing = (on: Page) => on.locator('.state [role=status]').innerText();
const areas = (on: Page) => on.locator('li > form textarea[name=text_fr]');
const texts = (on: Page) =>
  areas(on).evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
/** All that the device holds, as text. */
const keptOn = (on: Page) =>
  on.evaluate(async () => {
    const answer = <Value>(asked: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(asked.error!));
      });
    const held: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const store = await answer(indexedDB.open(name!));
      for (const shelf of store.objectStoreNames)
        held.push(await answer(store.transaction(shelf).objectStore(shelf).getAll()));
      store.close();
    }
    return JSON.stringify(held);
  });
const hour = 3_600_000;

it('a day of notes that no network carried arrives whole and once, and the person is told all along', async () => {
  const { db } = node.services;
  const workshopId = await workshopNamed(db, 'whole-day', { status: 'closed' });
  const { minutesId } = await sessionNamed(db, workshopId, 'Gouvernance');
  await note(db, minutesId, 'Du matin', { rank: 'a0' });
  await note(db, minutesId, 'De tout le monde', { rank: 'a1' });
  const desk = await deskOf(browser, node, 'administrator', { viewport: phone });
  const { context } = desk;
  await context.clock.install({ time: Date.now() });
  await desk.open(page);
  await expect.poll(() => standing(desk.page)).toBe(saved);
  await prepared(desk);
  await context.setOffline(true);

  let on = desk.page;
  const written = ['Du matin', 'De tout le monde'];
  /** The page as the device holds it shows all that was written, and says that it waits. */
  const nothingIsLost = async () => {
    await expect.poll(() => texts(on)).toEqual(written);
    await expect.poll(() => standing(on)).toContain('Sans réseau');
    // Nobody starts a device again within the blink that it takes to keep the last key.
    const isKept = async () => {
      const kept = await keptOn(on);
      return [written[0]!, written.at(-1)!].every((text) => kept.includes(JSON.stringify(text)));
    };
    await expect.poll(isKept).toBe(true);
    return /\d+/.exec(await standing(on))![0];
  };
  for (let passed = 1; passed <= 10; passed += 1) {
    for (const half of [1, 2]) {
      await on.getByRole('button', { name: 'Ajouter une note' }).click();
      await on.keyboard.type(`Note ${half} de l’heure ${passed}`);
      written.push(`Note ${half} de l’heure ${passed}`);
      // Words are mended all day long.
      written[0] = `Du matin, relu ${passed} fois et ${half}`;
      await areas(on).first().fill(written[0]);
    }
    await on.clock.fastForward(hour);
    const unsent = await nothingIsLost();
    if (passed % 4 === 2) await on.reload({ waitUntil: 'load' });
    if (passed % 4 === 0) {
      await on.close();
      on = await context.newPage();
      await on.goto(node.publicUrl + page, { waitUntil: 'load' });
    }
    if (passed === 5) await on.clock.setSystemTime(Date.now() - 26 * hour);
    if (passed === 7) await on.clock.setSystemTime(Date.now() + 40 * hour);
    expect(await nothingIsLost()).toBe(unsent);
  }
  written[1] = 'De tout le monde, dit sans réseau';
  await areas(on).nth(1).fill(written[1]);
  await nothingIsLost();
  // Meanwhile somebody else wrote in the same place.
  const other = await deskOf(browser, node, 'coordinator');
  await other.open(page);
  await areas(other.page).nth(1).fill('De tout le monde, dit en ligne');
  await expect.poll(() => standing(other.page)).toBe(saved);
  await other.context.close();

  await context.setOffline(false);
  const arrived = async () => {
    await on.clock.fastForward(5_000);
    return [await standing(on), await on.locator('.rival').count()];
  };
  await expect.poll(arrived, { timeout: 30_000 }).toEqual([saved, 1]);
  written[1] = 'De tout le monde, dit en ligne';
  const both = await on.locator('.rival blockquote').allInnerTexts();
  expect(both.toSorted()).toEqual(['De tout le monde, dit en ligne', 'De tout le monde, dit sans réseau']);
  const entries = await db.reader
    .selectFrom('minutes_entries')
    .select('text_fr')
    .where('minutes_id', '=', minutesId)
    .orderBy('rank')
    .execute();
  expect(entries.map(({ text_fr }) => text_fr)).toEqual(written);
  expect(await texts(on)).toEqual(written);
  // Whoever opens it afterwards finds nothing waiting.
  await on.reload({ waitUntil: 'load' });
  await expect.poll(() => standing(on)).toBe(saved);
  expect(await texts(on)).toEqual(written);
  await context.close();
}, 120_000);
