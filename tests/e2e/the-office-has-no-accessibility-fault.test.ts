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

/** Pages of the office, each as everyone who may open it sees it. */
const pages = [
  '/my-work',
  '/new/workshops',
  '/new/organisations',
  '/new/people',
  '/workshops/rabat-2018/edit',
  '/workshops/rabat-2018/programme/import',
  '/organisations/import',
  '/people/import',
  '/organisations/iom-morocco/edit',
  '/organisations/iom-morocco/history',
  '/territories/oriental/edit',
  '/initiatives/indimaj-oriental/edit',
  '/initiatives/indimaj-oriental/outcomes',
  '/initiatives/indimaj-oriental/links',
  '/workshops/rabat-2018/conclusions',
  '/workshops/rabat-2018/board',
  '/workshops/rabat-2018/board/new',
  '/workshops/rabat-2018/board/projector',
  '/workshops/rabat-2018/actions',
  '/workshops/rabat-2018/actions/new',
