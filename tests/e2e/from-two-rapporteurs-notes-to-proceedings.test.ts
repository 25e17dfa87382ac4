import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBoard } from '#events/board/queries.server.ts';
import { laptop, phone, startBrowser } from '../support/browser.ts';
import { linkTo, prepared, sound, standing, texts } from '../support/minutes-desk.ts';
import { startNode, type TestNode } from '../support/node.ts';
import { deskIn, deskOf, type Desk } from '../support/office.ts';

/* One session from the first note to the file that is handed out, on the workshop that the exercise leaves open. */

const hasReader = !spawnSync('pdftotext', ['-v']).error;
const workshop = '/workshops/exercise-running';

let node: TestNode;
let browser: Browser;
let today = '2027-03-11';
beforeAll(async () => {
  [node, browser] = await Promise.all([
    startNode({ exercise: true, clock: () => new Date(`${today}T12:00:00Z`) }),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const notes = {
  conclusion: 'Le logement décide de qui revient à la saison suivante.',
  recommendation: 'Inscrire les logements saisonniers au plan d’aménagement.',
  action: 'Recenser les logements vides près des exploitations.',
  arabic: 'السكن هو ما يحدد من يعود في الموسم المقبل.',
} as const;
const agreed = {
  fr: 'Un logement décent décide du retour des travailleurs.',
  ar: 'السكن اللائق هو ما يحدد عودة العمال.',
  en: 'Decent housing decides whether workers return.',
} as const;

/** Adds a note at the end; one in another language than the note before says so first. */
async function add(
  { page }: Desk,
  button: string,
  { kind, text, language }: { kind: string; text: string; language: 'fr' | 'ar' },
): Promise<void> {
  const entries = page.locator('li[data-entry]');
  const before = await entries.count();
  await page.getByRole('button', { name: button }).click();
  await soon(() => entries.count()).toBe(before + 1);
  const entry = entries.last();
  await entry.locator('select[name=text_original]').selectOption(language);
  await entry.locator(`textarea[name=text_${language}]`).fill(text);
  await entry.locator('select[name=kind]').selectOption(kind);
}

/** What comes true once the node and both devices have done with it. */
const soon = <Value>(value: () => Value) => expect.poll(value, { timeout: 40_000 });

/** Sends a form of the board and waits until its page says that it is done. */
async function doneOn(board: Page, control: string, word: string): Promise<void> {
  await board.locator(control).click();
  await board.waitForURL(new RegExp(`done=${word}`));
}

/**
 * Letters alone, for comparing. A lam followed by an alef is one sign on paper, which the reader of PDF gives back
 * in the order of its strokes: both letters are left out.
 */
const letters = (text: string) =>
  text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]|[\u0644\u0627\u0623\u0625\u0622]/gu, '');

/** What stands in a file of the proceedings, which their page leads to; a page that makes readers wait is asked again. */
async function proceedings(desk: Desk, locale: 'fr' | 'ar', kind: 'PDF' | 'DOCX'): Promise<string> {
  await desk.open(`/${locale}${workshop}/proceedings`);
  const href = await desk.page.locator(`a[href$="as=${kind.toLowerCase()}"]`).getAttribute('href');
  const file = () => desk.context.request.get(node.publicUrl + href);
  await soon(async () => (await file()).headers()['content-type']).not.toContain('text/html');
  const bytes = await (await file()).body();
  if (kind === 'DOCX') {
    const document = strFromU8(unzipSync(bytes)['word/document.xml']!);
    return letters(document.replaceAll(/<[^>]+>/g, ''));
  }
  expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
  return letters(spawnSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: bytes }).stdout.toString());
}

it('two rapporteurs’ notes become minutes, what the plenary adopts, and proceedings in two languages', async () => {
  const address = `${workshop}/minutes/session-2`;
  const one = await deskOf(browser, node, 'exercise-rapporteur-fr', { viewport: laptop });
  const two = await deskOf(browser, node, 'exercise-rapporteur-ar', { viewport: phone });
  await one.open(`/fr${address}`);
  await one.page.getByRole('button', { name: 'Ouvrir le procès-verbal' }).click();
  await soon(() => standing(one).innerText()).toBe('Tout est enregistré.');
  await add(one, 'Ajouter une note', { kind: 'conclusion', text: notes.conclusion, language: 'fr' });
  await soon(() => standing(one).innerText()).toBe('Tout est enregistré.');

  // The other writes in Arabic, without a network and after the page was opened again.
  await two.open(`/ar${address}`);
  await soon(() => texts(two.page, 'fr')).toEqual([notes.conclusion]);
  await prepared(two);
  await two.context.setOffline(true);
  await add(two, 'إضافة ملاحظة', { kind: 'conclusion', text: notes.arabic, language: 'ar' });
  await soon(() => standing(two).innerText()).toContain('لا توجد شبكة');
  await add(one, 'Ajouter une note', { kind: 'recommendation', text: notes.recommendation, language: 'fr' });
  await add(one, 'Ajouter une note', { kind: 'action', text: notes.action, language: 'fr' });
  const action = one.page.locator('li[data-entry]').last();
  await action.locator('input[name=due_on]').fill('2027-06-01');
  await soon(() => standing(one).innerText()).toBe('Tout est enregistré.');
  await two.page.reload({ waitUntil: 'load' });
  await soon(() => texts(two.page, 'ar')).toContain(notes.arabic);
  await sound(two);
  await two.context.setOffline(false);
  await soon(() => texts(one.page, 'ar')).toContain(notes.arabic);
  await soon(() => texts(two.page, 'fr')).toContain(notes.action);
  await sound(one);

  // The coordination gathers, merges, words again in three languages and adopts, and the wall follows.
  const board = await deskOf(browser, node, 'coordinator', { viewport: laptop });
  await board.open(`/fr${workshop}/board`);
  await doneOn(board.page, '#gather', 'gathered');
  const { db } = node.services;
  const { id: workshopId } = await db.reader
    .selectFrom('workshops')
    .select('id')
    .where('slug', '=', 'exercise-running')
    .executeTakeFirstOrThrow();
  const statusOf = async () =>
    (
      await db.reader
        .selectFrom('workshops')
        .select('status')
        .where('id', '=', workshopId)
        .executeTakeFirstOrThrow()
    ).status;
  const drafts = async () => readBoard(db.reader, workshopId);
  const parts = (await drafts()).filter(({ kind }) => kind === 'conclusion');
  expect(parts).toHaveLength(2);
  for (const { id } of parts) await board.page.locator(`input[name=ids][value="${id}"]`).check();
  await doneOn(board.page, '#merge-do', 'merged');
  await sound(board);
  const merged = (await drafts()).find(({ kind }) => kind === 'conclusion')!;
  await board.page.locator(`a[href$="/board-entries/${merged.id}/edit"]`).click();
  for (const [locale, text] of Object.entries(agreed)) await board.page.fill(`[name="text.${locale}"]`, text);
  await sound(board);
  await board.page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await board.page.waitForURL(/\/board(\?|#|$)/);
  const wall = await deskIn(board.context, node);
  await wall.open(`/ar${workshop}/board/projector?entry=${merged.id}`);
  await wall.page.locator('.texts').getByText(agreed.ar).waitFor();
  await sound(wall);
  for (const { id } of await drafts()) {
    await board.page.locator(`#adopt-${id}`).click();
    await board.page.locator(`#back-${id}`).waitFor();
  }
  await wall.page.locator('.status', { hasText: 'معتمد' }).waitFor({ timeout: 20_000 });
  await wall.page.goto(`${node.publicUrl}/fr${workshop}/board/projector?entry=adopted`);
  await wall.page.getByText(agreed.fr).waitFor();
  expect((await drafts()).map(({ adopted_kind }) => adopted_kind).toSorted()).toEqual([
    'actions',
    'conclusions',
    'recommendations',
  ]);

  // Two approve, each in their language; then the minutes are sealed.
  await one.open(`/fr${address}/approval`);
  await one.page
    .locator('textarea[name=approvers]')
    .fill('Une participante, a@exercise.invalid\nمشارك، b@exercise.invalid، ar');
  await one.page.getByRole('button', { name: 'Envoyer pour approbation' }).click();
  await one.page.getByText('Accords reçus').waitFor();
  const guest = await deskIn(await browser.newContext({ viewport: phone }), node);
  for (const [to, button, thanks] of [
    ['a@exercise.invalid', 'J’approuve ce procès-verbal', 'votre accord est enregistré'],
    ['b@exercise.invalid', 'أصادق على هذا المحضر', 'سُجلت مصادقتكم'],
  ] as const) {
    await guest.page.goto(await linkTo(node, to));
    await sound(guest);
    await guest.page.getByRole('button', { name: button }).click();
    await guest.page.getByText(thanks).waitFor();
  }
  await one.page.reload();
  await one.page.getByRole('button', { name: 'Sceller le procès-verbal' }).click();
  await one.page.getByText('Ce procès-verbal est scellé').waitFor();

  // Once the meeting is over its results are published, and anyone takes its proceedings away.
  today = '2027-03-20';
  for (const status of ['closed', 'published']) {
    await board.open(`/fr${workshop}/status`);
    await board.page.locator(`form:has(input[name=to][value=${status}]) button`).click();
    await soon(statusOf).toBe(status);
  }
  await node.settled();
  const written = {
    fr: [notes.conclusion, notes.recommendation, notes.action, agreed.fr],
    ar: [notes.conclusion, notes.arabic, notes.action, agreed.ar],
  } as const;
  for (const locale of ['fr', 'ar'] as const) {
    for (const kind of ['PDF', 'DOCX'] as const) {
      const text = await proceedings(guest, locale, kind);
      if (kind === 'PDF' && !hasReader) continue;
      expect([locale, kind, written[locale].filter((words) => !text.includes(letters(words)))]).toEqual([
        locale,
        kind,
        [],
      ]);
    }
    await sound(guest);
  }
  expect(node.errors).toEqual([]);
}, 180_000);
