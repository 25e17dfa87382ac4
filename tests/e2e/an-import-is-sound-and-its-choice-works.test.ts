import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeViolations, violationsOf } from '../support/axe.ts';
import { laptop, phone, startBrowser } from '../support/browser.ts';
import { startNode, type TestNode } from '../support/node.ts';
import { deskOf, type Desk } from '../support/office.ts';

let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const day = (slug: string, items: string) =>
  `<schedule><conference><title>${slug}</title><time_zone_name>Africa/Casablanca</time_zone_name></conference>
<day date="2018-04-10"><room name="Salle Atlas">${items}</room></day></schedule>`;
const item = (number: number, title: string) =>
  `<event guid="0199f3a0-7c11-7000-8000-00000000000${number}"><title>${title}</title>
<date>2018-04-10T1${number}:00:00+01:00</date><duration>00:30</duration>
<persons><person>Ana Fonsecca</person></persons></event>`;

const programme = '/workshops/rabat-2018/programme/import';
const good = {
  [programme]: day('rabat', item(1, 'Gouvernance') + item(2, 'الحكامة')),
  '/organisations/import':
    'slug;name_fr;type;level\n;Conseil nouveau;other;local\n;Autre conseil;other;local\n',
  '/people/import': 'slug;name_fr\n;Fonction Nouvelle\nana-fonseca;Nom changé\n',
};
const bad = {
  [programme]: '<schedule>\n<conference>\n</day></schedule>',
  '/organisations/import': `slug;name_fr\n${'Une Adresse!;Un nom\n'.repeat(250)}`,
  '/people/import': 'slug;name_fr\nUne Adresse!;Un nom\n',
};

async function look(desk: Desk, path: string, content: string): Promise<void> {
  await desk.open(path);
  const file = { name: 'fichier', mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
  await desk.page.setInputFiles('#import-file', file);
  await Promise.all([
    desk.page.waitForURL((url) => url.search === '?/preview'),
    desk.page.locator('form[action="?/preview"] button').click(),
  ]);
}

async function faultsOf({ page }: Desk, path: string): Promise<string[]> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...describeViolations(path, await violationsOf(page)),
    ...(overflow > 0 ? [`${path} flows over its edge`] : []),
  ];
}

describe.each([
  ['fr', laptop, 'light'],
  ['fr', phone, 'dark'],
  ['ar', phone, 'light'],
  ['ar', laptop, 'dark'],
] as const)('in %s', (locale, viewport, colorScheme) => {
  it(`the previews of every import are sound, ${viewport.width} pixels wide, ${colorScheme}`, async () => {
    const desk = await deskOf(browser, node, 'administrator', { viewport, colorScheme });
    const faults: string[] = [];
    for (const [files, chosen] of [
      [good, 2],
      [bad, 0],
    ] as const)
      for (const [path, content] of Object.entries(files)) {
        await look(desk, `/${locale}${path}`, content);
        expect([path, await desk.page.locator('input[name="keep"]:checked').count()]).toEqual([path, chosen]);
        faults.push(...(await faultsOf(desk, path)));
      }
    expect(faults).toEqual([]);
    await desk.context.close();
  });
});

it('without script, what is unticked with the keyboard is not written', async () => {
  const desk = await deskOf(browser, node, 'administrator', { viewport: phone, javaScriptEnabled: false });
  await desk.open('/fr/people/import');
  const buffer = Buffer.from('slug;name_fr\n;Fonction Une\n;Fonction Deux\n');
  await desk.page.setInputFiles('#import-file', { name: 'liste.csv', mimeType: 'text/csv', buffer });
  await desk.page.locator('form[action="?/preview"] button').click();
  await desk.page.getByRole('checkbox', { name: 'Fonction Une' }).focus();
  await desk.page.keyboard.press('Space');
  await desk.page.locator('form[action="?/confirm"] button').click();
  await desk.page.waitForURL((url) => url.search === '?created=1&changed=0');
  const rows = node.services.db.reader.selectFrom('people').select('name_fr');
  const names = await rows.where('name_fr', 'like', 'Fonction %').execute();
  expect(names).toEqual([{ name_fr: 'Fonction Deux' }]);
  await desk.context.close();
});
