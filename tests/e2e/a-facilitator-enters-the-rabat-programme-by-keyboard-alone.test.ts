import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { programme } from '../../demo/workshops/rabat-2018-programme.ts';
import { deleteItem } from '#events/programme/changes.server.ts';
import { inOrder } from '#events/programme-order/model.ts';
import { endAfter } from '#events/programme-hours/model.ts';
import { readProgramme } from '#events/programme/queries.server.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { laptop, startBrowser } from '../support/browser.ts';
import { idAt } from '../support/meeting.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { deskOf, type Desk } from '../support/office.ts';

/*
 * The whole programme in the language of its source, from an empty page: kinds, titles, hours, what it is about,
 * people with their organisation and the role they had. Nobody's role is known beforehand. No clock is timed: at four
 * keys a second ten minutes are 2400 keys.
 */
const MOST_KEYS = 10 * 60 * 4;

/** Hours of the test's own: the source gives none. */
const plan = [
  ['2018-04-10', '08:30', 60],
  ['2018-04-10', '09:30', 30],
  ['2018-04-10', '10:00', 60],
  ['2018-04-10', '11:15', 45],
  ['2018-04-10', '14:00', 90],
  ['2018-04-11', '09:00', 90],
  ['2018-04-11', '10:45', 90],
  ['2018-04-11', '12:15', 30],
] as const;

/** What chooses each kind in its list: the beginning of its French word. */
const kindKeys: Record<string, string> = {
  'thematic-breakfast': 'pe',
  opening: 'ou',
  presentation: 'pr',
  discussion: 'di',
  session: 'se',
  conclusions: 'co',
};
const partKeys = { moderator: 'an', speaker: 'in', presenter: 'pr', rapporteur: 'ra' };

let node: TestNode;
let browser: Browser;
let page: Page;
let open: Desk['open'];
let workshop: string;
let keys = 0;
const names = new Map<string, string>();
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
  workshop = await node.write(async (tx) => {
    const id = await idAt(tx, 'workshops', 'rabat-2018');
    for (const row of await tx.selectFrom('conclusions').select('id').where('workshop_id', '=', id).execute())
      await updateRecord(tx, tester, 'conclusions', row.id, { item_id: null });
    for (const item of await readProgramme(tx, id)) done(await deleteItem(tx, tester, item));
    return id;
  });
  for (const kind of ['people', 'organisations'] as const)
    for (const row of await node.services.db.reader.selectFrom(kind).select(['slug', 'name_fr']).execute())
      names.set(row.slug, row.name_fr!);
  ({ page, open } = await deskOf(browser, node, 'facilitator', { viewport: laptop }));
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
      addEventListener(kind, () => sessionStorage.setItem('pointer', kind), true);
  });
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

async function press(key: string): Promise<void> {
  keys += 1;
  await page.keyboard.press(key);
}
async function type(text: string): Promise<void> {
  keys += text.length;
  await page.keyboard.type(text);
}
const focused = () => page.evaluate(() => document.activeElement?.id ?? '');

/** Goes on with the tabulator until a control has the focus. */
async function tabTo(id: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused()) === id) return;
    await press('Tab');
  }
  throw new Error(`The tabulator never comes to ${id}`);
}

/** Types the beginning of a name and takes the suggestion that is called so. */
async function suggest(id: string, name: string): Promise<void> {
  await tabTo(id);
  await type(name.slice(0, 6));
  const option = page.locator(`#${id}-list [role="option"]`, { hasText: name }).first();
  await option.waitFor();
  while ((await option.getAttribute('aria-selected')) !== 'true') await press('ArrowDown');
  await press('Enter');
}

it('enters the Rabat programme in under ten minutes', { timeout: 240_000 }, async () => {
  await open('/fr/workshops/rabat-2018/programme/edit');

  for (const [index, item] of programme.entries()) {
    const [day, startsAt, length] = plan[index]!;
    await page.locator('#field-kind:focus').waitFor();
    await type(kindKeys[item.kind]!);
    await tabTo('field-title-fr');
    await type(item.title.fr!);
    if ((await page.inputValue('#field-day')) !== day) {
      await tabTo('field-day');
      await press('ArrowDown');
    }
    if ((await page.inputValue('#field-startsAt')) !== startsAt) {
      await tabTo('field-startsAt');
      await type(startsAt.replace(':', ''));
    }
    if ((await page.inputValue('#field-length')) !== String(length)) {
      await tabTo('field-length');
      await type(String(length));
    }
    for (const [row, { part, person, organisation, role }] of (item.contributions ?? []).entries()) {
      const control = (name: string) => `field-contributions-new-${row + 1}-${name}`;
      if ((await page.inputValue(`#${control('part')}`)) !== part) {
        await tabTo(control('part'));
        await type(partKeys[part]);
      }
      if (person) await suggest(control('person'), names.get(person)!);
      if (organisation) await suggest(control('organisation'), names.get(organisation)!);
      if (role) {
        await tabTo(control('role-fr'));
        await type(role.fr!);
      }
    }
    await tabTo('field-abstract-fr');
    await type(item.abstract!.fr!);
    await press('Control+Enter');
    await page.waitForURL((url) => (url.searchParams.get('saved') ?? '') !== '');
    await page.getByText(`« ${item.title.fr} » est enregistré.`).waitFor();
  }

  const saved = inOrder(await readProgramme(node.services.db.reader, workshop));
  expect(
    saved.map((row) => ({
      kind: row.kind,
      number: row.number ?? undefined,
      title: row.title_fr,
      abstract: row.abstract_fr,
      hours: [row.day, row.starts_at, row.ends_at],
      people: row.contributions.map((one) => [one.part, one.person_slug, one.organisation_slug, one.role_fr]),
    })),
  ).toEqual(
    programme.map((item, index) => {
      const [day, startsAt, length] = plan[index]!;
      return {
        kind: item.kind,
        number: item.number,
        title: item.title.fr,
        abstract: item.abstract?.fr,
        hours: [day, startsAt, endAfter(startsAt, length)],
        people: (item.contributions ?? []).map(({ part, person, organisation, role }) => [
          part,
          person ?? null,
          organisation ?? null,
          role?.fr ?? null,
        ]),
      };
    }),
  );
  expect(await page.evaluate(() => sessionStorage.getItem('pointer'))).toBeNull();
  expect(keys).toBeGreaterThan(programme.map(({ title }) => title.fr).join('').length);
  expect(keys).toBeLessThan(MOST_KEYS);
  expect(node.errors).toEqual([]);
});
