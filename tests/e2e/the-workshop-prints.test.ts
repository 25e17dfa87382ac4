import { spawnSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { startNode, type TestNode } from '../support/node.ts';

const absent = spawnSync('pdftotext', ['-v']).error ? ' (skipped: pdftotext is not installed)' : '';

let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** The words of a page on A4, sheet by sheet, as another program reads them. */
async function printed(path: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(node.url + path);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  const { stdout } = spawnSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf });
  return stdout.toString().split('\f').slice(0, -1);
}

/**
 * Letters alone, for comparing. A lam followed by an alef is one sign on paper, which the reader of PDF gives back
 * in the order of its strokes: both letters are left out.
 */
const letters = (text: string) =>
  text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]|[\u0644\u0627\u0623\u0625\u0622]/gu, '');

const away = {
  fr: ['Aller au contenu', 'English'],
  ar: ['الانتقال إلى المحتوى', 'Français'],
} as const;

describe('The workshop prints', () => {
  it.skipIf(absent).each(['fr', 'ar'] as const)(
    `whole, without what only a screen needs, in %s${absent}`,
    async (locale) => {
      const sheets = await printed(`/${locale}/workshops/rabat-2018`);
      expect(sheets.length).toBeGreaterThan(1);
      expect(sheets.length).toBeLessThan(8);
      expect(sheets.filter((sheet) => letters(sheet).length < 100)).toEqual([]);
      const text = letters(sheets.join(''));

      const db = node.services.db.reader;
      const workshop = await db
        .selectFrom('workshops')
        .selectAll()
        .where('slug', '=', 'rabat-2018')
        .executeTakeFirstOrThrow();
      const items = await db
        .selectFrom('programme_items')
        .selectAll()
        .where('workshop_id', '=', workshop.id)
        .execute();
      const title = `title_${locale}` as const;
      const missing = [workshop, ...items]
        .map((row) => row[title]!)
        .filter((words) => !text.includes(letters(words)));
      expect(missing).toEqual([]);
      expect(away[locale].filter((words) => text.includes(letters(words)))).toEqual([]);
    },
  );

  it('without a colour behind the page, and without a heading left alone at the foot of a sheet', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(`${node.url}/fr/workshops/rabat-2018`);
    const style = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return {
        backgroundColor,
        color,
        breakAfter: getComputedStyle(document.querySelector('h2')!).breakAfter,
      };
    });
    await page.close();
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(style.backgroundColor);
    const [red = 255, green = 255, blue = 255] = style.color.match(/\d+/g)!.map(Number);
    expect(Math.max(red, green, blue)).toBeLessThan(100);
    expect(style.breakAfter).toBe('avoid');
  });
});
