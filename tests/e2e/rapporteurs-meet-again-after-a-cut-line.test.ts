import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { note, sessionNamed } from '../support/board.ts';
import { laptop, startBrowser } from '../support/browser.ts';
import { startNode, type TestNode } from '../support/node.ts';
import { deskOf, type Desk } from '../support/office.ts';
import { workshopNamed } from '../support/workshops.ts';

/*
 * Two rapporteurs whose line is cut for minutes, whose clocks are wrong, and whose browser keeps what another build
 * left. The page's clock is moved on by hand, so that minutes take seconds.
 */
let node: TestNode;
let browser: Browser;
let minutesId: string;
let page: string;
let count = 0;
const minute = 60_000;

beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
});
afterAll(async () => {
  expect(node?.errors).toEqual([]);
  await browser?.close();
  await node?.stop();
});
beforeEach(async () => {
  const { db } = node.services;
  const slug = `meet-again-${(count += 1)}`;
  const workshopId = await workshopNamed(db, slug, { status: 'closed' });
  ({ minutesId } = await sessionNamed(db, workshopId, 'Gouvernance'));
  page = `/fr/workshops/${slug}/minutes/session`;
});

const saved = 'Tout est enregistré.';
const standing = (on: Page) => on.locator('.state [role=status]').innerText();
const areas = (on: Page) => on.locator('li > form textarea[name=text_fr]');
const texts = (on: Page) =>
  areas(on).evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));

/** Opens the minutes as one of the demonstration's accounts, with the page's clock so far from the true one. */
async function rapporteur(account: string, ahead = 0): Promise<Desk> {
  const desk = await deskOf(browser, node, account, { viewport: laptop });
  await desk.page.clock.install({ time: Date.now() + ahead });
  await desk.open(page);
  await expect.poll(() => standing(desk.page)).toBe(saved);
  return desk;
}

/** Lets time pass on a page until it shows something. */
async function until<Shown>(on: Page, shown: () => Promise<Shown>, expected: Shown): Promise<void> {
  const later = async () => {
    await on.clock.fastForward(5_000);
    return shown();
  };
  await expect.poll(later, { timeout: 15_000 }).toEqual(expected);
}

it('edits of ten minutes meet again: nothing is lost nor doubled, and each collision keeps both texts', async () => {
  const names = ['Les deux', 'Les deux encore', 'La première seule', 'Le second seul'];
  for (const [index, text] of names.entries())
    await note(node.services.db, minutesId, text, { rank: `a${index}` });
  const one = (await rapporteur('administrator')).page;
  const desk = await rapporteur('coordinator');
  const other = desk.page;
  await desk.context.setOffline(true);
  // Sixty edits on each side, ten seconds apart.
  for (let round = 0; round < 60; round += 1) {
    await areas(one)
      .nth(round % 3)
      .fill(`Première, ${round}`);
    await areas(other)
      .nth([0, 1, 3][round % 3]!)
      .fill(`Second, ${round}`);
    await one.clock.fastForward(10_000);
    await other.clock.fastForward(10_000);
  }
  await one.getByRole('button', { name: 'Ajouter une note' }).click();
  await one.keyboard.type('Ajoutée par la première');
  for (const text of ['Ajoutée par le second', 'Et une autre']) {
    await other.getByRole('button', { name: 'Ajouter une note' }).click();
    await other.keyboard.type(text);
  }
  await until(one, () => standing(one), saved);
  expect(await standing(other)).toContain('Sans réseau');
  await desk.context.setOffline(false);
  await until(other, () => standing(other), saved);
  await until(one, async () => [(await texts(one)).length, await one.locator('.rival').count()], [7, 2]);

  const both = await texts(one);
  expect(await texts(other)).toEqual(both);
  expect(both.slice(0, 4)).toEqual(['Première, 57', 'Première, 58', 'Première, 59', 'Second, 59']);
  expect(both.slice(4).toSorted()).toEqual([
    'Ajoutée par la première',
    'Ajoutée par le second',
    'Et une autre',
  ]);
  for (const on of [one, other]) {
    const met = await on.locator('.rival blockquote').allInnerTexts();
    expect(met).toEqual(['Première, 57', 'Second, 57', 'Première, 58', 'Second, 58']);
  }
  const entries = await node.services.db.reader
    .selectFrom('minutes_entries')
    .select('text_fr')
    .where('minutes_id', '=', minutesId)
    .execute();
  expect(entries.map(({ text_fr }) => text_fr).toSorted()).toEqual(both.toSorted());
  await one.context().close();
  await desk.context.close();
});

it('clocks that are three hours wrong change neither what is kept nor when it was written', async () => {
  const { db } = node.services;
  await note(db, minutesId, 'Au début', { rank: 'a0' });
  const begun = Date.now();
  const early = (await rapporteur('administrator', 180 * minute)).page;
  const desk = await rapporteur('coordinator', -180 * minute);
  const behind = desk.page;
  // One writes twenty minutes before the line returns, the other meanwhile.
  await desk.context.setOffline(true);
  await areas(behind).first().fill('De la montre en retard');
  await areas(early).first().fill('De la montre en avance');
  await until(early, () => standing(early), saved);
  await behind.clock.fastForward(20 * minute);
  await desk.context.setOffline(false);
  await until(behind, () => behind.locator('.rival').count(), 1);
  await until(early, () => early.locator('.rival').count(), 1);
  await early.getByRole('button', { name: 'Prendre ce texte' }).click();
  await until(behind, () => texts(behind), ['De la montre en retard']);

  const written = await db.reader
    .selectFrom('minutes_operations')
    .select(['written_at', 'received_at', 'asked'])
    .where('minutes_id', '=', minutesId)
    .orderBy('sequence')
    .execute();
  const ended = Date.now();
  const texted = written.map(({ asked }) => (JSON.parse(asked) as { set: { text_fr?: string } }).set.text_fr);
  expect(texted).toEqual(['De la montre en avance', 'De la montre en retard', 'De la montre en retard']);
  const [first, second, chosen] = written.map(({ written_at }) => Date.parse(written_at)) as [
    number,
    number,
    number,
  ];
  for (const time of [first, chosen]) expect(time >= begun - minute && time <= ended).toBe(true);
  expect(second >= begun - 22 * minute && second <= ended - 20 * minute).toBe(true);
  expect(written.every(({ written_at, received_at }) => written_at <= received_at)).toBe(true);

  // What is shown of it is the node's time, in the workshop's zone, and in the order in which it came.
  await early.getByRole('link', { name: 'Versions' }).first().click();
  await early.locator('#all').waitFor();
  const shown = await early.locator('main').innerText();
  const said = shown.slice(shown.indexOf(await early.locator('#all').innerText()));
  const zone = await db.reader
    .selectFrom('minutes')
    .innerJoin('workshops', 'workshops.id', 'minutes.workshop_id')
    .select('time_zone')
    .where('minutes.id', '=', minutesId)
    .executeTakeFirstOrThrow();
  // The browser may know other rules of the zone than the node does: those of the node hold.
  const hour = new Intl.DateTimeFormat('fr', { timeStyle: 'short', timeZone: zone.time_zone });
  const hours = written.toReversed().map((one) => hour.format(new Date(one.written_at)));
  expect(said.match(/\d{2}:\d{2}/g)).toEqual(hours);
  await early.context().close();
  await desk.context.close();
});

it('what an earlier build left in the browser goes, and what a kept page needs stays', async () => {
  await note(node.services.db, minutesId, 'Sans réseau aussi', { rank: 'a0' });
  const { context, page: on, open } = await deskOf(browser, node, 'administrator', { viewport: laptop });
  await open(page);
  await on.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => on.evaluate(async (path) => Boolean(await caches.match(path)), page)).toBe(true);
  await open('/fr/my-work');
  await on.evaluate(async () => {
    const cache = await caches.open('indimaj-minutes');
    const other = '/fr/workshops/elsewhere/minutes/kept';
    await cache.put(other, new Response('<script src="../../_app/immutable/needed.js"></script>'));
    await cache.put('/_app/immutable/needed.js', new Response('needed'));
    await cache.put('/_app/immutable/over.js', new Response('over'));
    await (await navigator.serviceWorker.getRegistration())!.unregister();
  });
  // A worker that begins its work puts the cache in order.
  await open('/fr/my-work');
  await on.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const kept = (path: string) => on.evaluate(async (of) => Boolean(await caches.match(of)), path);
  await expect.poll(() => kept('/_app/immutable/over.js')).toBe(false);
  expect(await kept('/_app/immutable/needed.js')).toBe(true);
  await context.setOffline(true);
  await open(page);
  await expect.poll(() => texts(on)).toEqual(['Sans réseau aussi']);
  await expect.poll(() => standing(on)).toContain('Sans réseau');
  await context.close();
});
