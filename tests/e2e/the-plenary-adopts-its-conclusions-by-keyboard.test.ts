import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAction } from '#events/actions/changes.server.ts';
import { gatherEntries } from '#events/board-gathering/changes.server.ts';
import { mergeEntries } from '#events/board-merges/changes.server.ts';
import { leaveEntry, updateEntry } from '#events/board/changes.server.ts';
import { readBoard } from '#events/board/queries.server.ts';
import { done } from '#platform/records/outcome.ts';
import { describeViolations, violationsOf } from '../support/axe.ts';
import { note, sessionNamed } from '../support/board.ts';
import { laptop, phone, startBrowser } from '../support/browser.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { deskOf, type Desk } from '../support/office.ts';
import { inFrench, workshopNamed } from '../support/workshops.ts';

let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** A closed workshop whose sessions noted four texts. */
async function noted(slug: string) {
  const { db } = node.services;
  const workshopId = await workshopNamed(db, slug, { status: 'closed' });
  const { minutesId } = await sessionNamed(db, workshopId, 'Séance');
  const kinds = ['conclusion', 'recommendation', 'decision', 'action'] as const;
  const entries = [];
  for (const [index, kind] of kinds.entries())
    entries.push(
      await note(db, minutesId, `Texte ${index + 1}`, {
        kind,
        rank: `a${index}`,
        text_ar: `نص ${index + 1}`,
      }),
    );
  await node.settled();
  return { workshopId, entries, board: () => readBoard(db.reader, workshopId) };
}

const faultsOf = async ({ page }: Desk) => describeViolations(page.url(), await violationsOf(page));

describe('the plenary', () => {
  it('gathers, orders and adopts by keyboard alone, and the wall follows', async () => {
    const { board } = await noted('keyboard');
    const desk = await deskOf(browser, node, 'administrator', { viewport: laptop, javaScriptEnabled: true });
    const { page } = desk;
    await desk.open('/fr/workshops/keyboard/board');
    await page.locator('#gather').press('Enter');
    await page.waitForURL(/done=gathered/);
    const [first, second] = (await board()).map(({ id }) => id) as [string, string];
    await page.locator(`#down-${first}`).waitFor();
    await page.locator(`#row-${first}`).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForURL(/done=moved/);
    await page.getByText('Le texte est maintenant à la place 2 sur 4.').waitFor();
    expect((await board()).slice(0, 2).map(({ id }) => id)).toEqual([second, first]);
    await page.locator(`#adopt-${first}`).press('Enter');
    await page.locator(`#back-${first}`).waitFor();
    expect((await board())[1]).toMatchObject({ status: 'adopted', adopted_kind: 'conclusions' });

    const wall = await deskOf(browser, node, 'administrator', { viewport: laptop, javaScriptEnabled: true });
    await wall.open('/fr/workshops/keyboard/board/projector');
    const texts = wall.page.locator('.texts');
    expect(await wall.page.locator('footer, a[href="/fr/about"]').count()).toBe(0);
    expect(await texts.locator('[lang="ar"][dir="rtl"]').innerText()).toBe('نص 2');
    await wall.page.waitForLoadState('networkidle');
    await wall.page.keyboard.press('ArrowRight');
    await texts.getByText('Texte 1').waitFor();
    await wall.page.keyboard.press('ArrowLeft');
    await texts.getByText('Texte 2').waitFor();
    const { version } = (await board())[0]!;
    const text = inFrench('Reformulée pendant qu’on la lit');
    done(await updateEntry(node.services.db, tester, { id: second, version, kind: 'recommendation', text }));
    await texts.getByText('Reformulée pendant qu’on la lit').waitFor({ timeout: 10_000 });
    // Left out while it is read, it stays on the wall and says so.
    const now = (await board())[0]!.version;
    done(await leaveEntry(node.services.db, tester, { id: second, version: now }));
    await wall.page.locator('.status', { hasText: 'Écarté' }).waitFor({ timeout: 10_000 });
    expect(await texts.innerText()).toContain('Reformulée pendant qu’on la lit');
    await desk.context.close();
    await wall.context.close();
  });

  it('does the same without script', async () => {
    const { board } = await noted('plain');
    const desk = await deskOf(browser, node, 'administrator', { viewport: phone, javaScriptEnabled: false });
    const { page } = desk;
    await desk.open('/ar/workshops/plain/board');
    await page.click('#gather');
    const [first, second] = (await board()).map(({ id }) => id) as [string, string];
    await page.click(`#down-${first}`);
    await page.click(`#adopt-${second}`);
    await page.check(`input[name="ids"][value="${first}"]`);
    await page.locator('input[name="ids"]').last().check();
    await page.click('#merge-do');
    const [adopted, merged] = await board();
    expect(adopted).toMatchObject({ id: second, status: 'adopted', adopted_kind: 'recommendations' });
    expect(merged).toMatchObject({ text_fr: 'Texte 1\n\nTexte 4', status: 'draft' });
    await desk.open('/ar/workshops/plain/board/projector');
    await page.click('#next');
    expect(await page.locator('.texts [lang="ar"]').innerText()).toContain('نص 1');
    await desk.context.close();
  });

  it.each([
    ['fr', laptop, 'light'],
    ['ar', phone, 'dark'],
  ] as const)('is sound in %s with all that a board may show', async (locale, viewport, colorScheme) => {
    const { workshopId, entries, board } = await noted(`full-${locale}`);
    const { db } = node.services;
    done(await gatherEntries(db, tester, { workshopId }));
    const [one, two] = await board();
    done(await mergeEntries(db, tester, { workshopId, ids: [one!.id, two!.id] }));
    await db.transaction((tx) =>
      tx
        .updateTable('minutes_entries')
        .set({ text_fr: 'Changée depuis' })
        .where('id', '=', entries[0]!)
        .execute(),
    );
    const late = { workshopId, kind: 'action', text: inFrench('Due'), dueOn: '2020-01-01' } as const;
    const { id } = done(await createAction(db, tester, late));
    await node.settled();
    const desk = await deskOf(browser, node, 'administrator', {
      viewport,
      colorScheme,
      javaScriptEnabled: true,
    });
    const faults: string[] = [];
    const page = `/${locale}/workshops/full-${locale}`;
    for (const path of [
      `${page}/board`,
      `${page}/board/projector`,
      `${page}/board/projector?entry=adopted`,
      `${page}/actions`,
      `/${locale}/actions/${id}`,
      `/${locale}/actions/${id}/edit`,
      `/${locale}/board-entries/${one!.id}/edit`,
      `/${locale}/board-entries/${one!.id}/history`,
    ]) {
      await desk.open(path);
      faults.push(...(await faultsOf(desk)));
      const over = await desk.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) faults.push(`${path} flows over its edge`);
    }
    expect(faults).toEqual([]);
    await desk.context.close();
  });
});

it('nothing of this was an error to the node', () => {
  expect(node.errors).toEqual([]);
});
