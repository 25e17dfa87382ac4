import { spawnSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { startNode, type TestNode } from '../support/node.ts';
import { deskOf } from '../support/office.ts';

const absent = spawnSync('pdftotext', ['-v']).error ? ' (skipped: pdftotext is not installed)' : '';

let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode({ exercise: true }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

it.skipIf(absent).each([
  ['fr', 'Réseau d’exercice'],
  ['ar', 'شبكة تمرين'],
] as const)(
  `an exercise says so on every sheet of its workshop and its board, in %s${absent}`,
  async (locale, label) => {
    const desk = await deskOf(browser, node, 'administrator');
    for (const path of ['', '/board']) {
      await desk.open(`/${locale}/workshops/exercise-workshop${path}`);
      const pdf = await desk.page.pdf({ preferCSSPageSize: true });
      const { stdout } = spawnSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf });
      const sheets = stdout.toString().normalize('NFKC').split('\f').slice(0, -1);
      expect(sheets.length).toBeGreaterThan(2);
      expect(sheets.filter((sheet) => !sheet.includes(label))).toEqual([]);
    }
    await desk.context.close();
    expect(node.errors).toEqual([]);
  },
);
