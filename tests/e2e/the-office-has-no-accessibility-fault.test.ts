import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDebate } from '#deliberation/debates/changes.server.ts';
import { openHandover } from '#follow-up/handovers/changes.server.ts';
import { createResponse } from '#follow-up/responses/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { describeViolations, violationsOf } from '../support/axe.ts';
import { laptop, phone, startBrowser } from '../support/browser.ts';
import { idAt } from '../support/meeting.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { writeCommitment } from '../support/commitments.ts';
import { writeEvidence, writeReadings } from '../support/evidence.ts';
import { writeReports, type WrittenReports } from '../support/reports.ts';
import { deskOf, type Desk } from '../support/office.ts';
import { demonstrationAccount, openSession, post } from '../support/session.ts';

let node: TestNode;
let browser: Browser;
let commitment: string;
let response: string;
let handover: string;
let reports: WrittenReports;
let reading: string;
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
  commitment = await node.write(writeCommitment);
  response = await node.write(writeAnswer);
  handover = await node.write(writeHandover);
  reports = await node.write((tx) => writeReports(tx, commitment));
  await writeEvidence(node, reports.returned);
  reading = await writeReadings(node, reports.validated);
  await node.write(writeValidator);
  await writeVotes();
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** A recommendation asks two institutions, and one has answered. @returns the id of its answer */
async function writeAnswer(tx: Transaction): Promise<string> {
  const recommendationId = await idAt(tx, 'recommendations', 'knowledge-and-capacity');
  const from = { kind: 'recommendations', id: recommendationId } as const;
  for (const slug of ['regional-council-oriental', 'iom-morocco']) {
    const to = { kind: 'organisations', id: await idAt(tx, 'organisations', slug) } as const;
    done(await createLink(tx, tester, { from, relation: 'addressed-to', to }, true));
  }
  const organisationId = await idAt(tx, 'organisations', 'regional-council-oriental');
  const reasons = { fr: 'Faute de moyens.', original: 'fr' } as const;
  const answered = {
    recommendationId,
    organisationId,
    answer: 'rejected',
    reasons,
    respondedOn: '2026-01-01',
  } as const;
  return done(await createResponse(tx, tester, answered)).id;
}

/** The administrator answers for an institution, and hands it over. @returns the id of the handover */
async function writeHandover(tx: Transaction): Promise<string> {
  const on = await idAt(tx, 'organisations', 'regional-council-oriental');
  const accountId = await demonstrationAccount(node, 'administrator');
  done(await giveRole(tx, tester, { accountId, role: 'focal-point', scope: 'organisation', on }));
  return done(await openHandover(tx, tester, { accountId, scope: 'organisation', on })).id;
}

/** The administrator decides reports on the commitment, for its institution and for the party that confirms them. */
async function writeValidator(tx: Transaction): Promise<void> {
  const accountId = await demonstrationAccount(node, 'administrator');
  const { organisation_id, confirmed_by_id } = await tx
    .selectFrom('commitments')
    .select(['organisation_id', 'confirmed_by_id'])
    .where('slug', '=', commitment)
    .executeTakeFirstOrThrow();
  for (const on of [organisation_id, confirmed_by_id!])
    done(await giveRole(tx, tester, { accountId, role: 'validator', scope: 'organisation', on }));
}

/** Pages of the office, each as everyone who may open it sees it. */
const pages = [
  '/my-work',
  '/workload',
  '/commitments/delays',
  '/territories/oriental/briefing',
  '/saved-views',
  '/saved-views/new?register=commitments&view=status%3Dlate',
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
  '/workshops/rabat-2018/figures',
  '/workshops/rabat-2018/participation',
  '/workshops/rabat-2018/participation/session-1',
  '/workshops/rabat-2018/certificates',
  '/workshops/rabat-2018/letters',
  '/workshops/rabat-2018/proceedings/draft',
  '/workshops/rabat-2018/dissemination',
  '/subscribe',
  '/workshops/rabat-2018/board',
  '/workshops/rabat-2018/board/new',
  '/workshops/rabat-2018/board/projector',
  '/workshops/rabat-2018/actions',
  '/workshops/rabat-2018/actions/new',
  '/workshops/rabat-2018/minutes',
  '/workshops/rabat-2018/minutes/session-1',
  '/new/axes',
  '/new/recommendations',
  '/new/commitments',
  '/new/debates',
  '/debates/voted',
  '/debates/voted/votes',
  '/debates/voted/remove',
  '/commitments/{commitment}',
  '/commitments/{commitment}/edit',
  '/commitments/{commitment}/parties',
  '/commitments/{commitment}/milestones',
  '/commitments/{commitment}/funding',
  '/commitments/{commitment}/indicators',
  '/indicators/{scale}/edit',
  '/indicators/{scale}/history',
  '/commitments/{commitment}/reports/{validated}',
  '/commitments/{commitment}/reports/{returned}',
  '/commitments/{commitment}/reports/new',
  '/commitments/{commitment}/reports/{draft}/edit',
  '/commitments/{commitment}/reports/{draft}/submission',
  '/commitments/{commitment}/reports/{draft}/remove',
  '/commitments/{commitment}/reports/{submitted}/submission',
  '/commitments/{commitment}/reports/{submitted}/decision',
  '/commitments/{commitment}/reports/{validated}/decision',
  '/commitments/{commitment}/reports/{validated}/chain',
  '/commitments/{commitment}/reports/{returned}/history',
  '/commitments/{commitment}/chain',
  '/commitments/{commitment}/follow',
  '/commitments/{commitment}/recommendations',
  '/commitments/{commitment}/matching',
  '/commitments/{commitment}/extensions',
  '/commitments/{commitment}/history',
  '/commitments/{commitment}/reports/{returned}/evidence',
  '/commitments/{commitment}/reports/{returned}/evidence?add=page',
  '/commitments/{commitment}/reports/{returned}/evidence?add=record',
  '/commitments/{commitment}/reports/{validated}/readings',
  '/commitments/{commitment}/reports/{validated}/readings?reading={reading}&do=decide',
  '/recommendations/multi-level-partnerships',
  '/recommendations/multi-level-partnerships/chain',
  '/recommendations/multi-level-partnerships/answers',
  '/recommendations/knowledge-and-capacity',
  '/recommendations/knowledge-and-capacity/answers',
  '/responses/{response}/edit',
  '/responses/{response}/links',
  '/responses/{response}/history',
  '/responses/{response}/remove',
  '/recommendations/multi-level-partnerships/successions',
  '/recommendations/multi-level-partnerships/follow',
  '/new/series',
  '/new/sources',
  '/sources',
  '/goals/{goal}/edit',
  '/goals/{goal}/remove',
  '/goals/{goal}/links',
  '/conclusions/{conclusion}/edit',
  '/conclusions/{conclusion}/history',
  '/conclusions/{conclusion}/remove',
  '/conclusions/{conclusion}/recommendation',
  '/profile',
  '/profile/absence',
  '/profile/sign-in',
  '/profile/data',
  '/profile/data/held',
  '/administration/mail',
  '/administration/outbox',
  '/administration/sign-in',
  '/administration/processing',
  '/duplicates',
  '/translations',
  '/duplicates/organisations/iom/iom-morocco',
  '/handovers',
  '/handovers/{handover}',
  '/first-week',
  '/sign-out',
  '/notices',
];

/** A debate whose votes wait for a decision, with a row that could not be read and with what participants are. */
async function writeVotes(): Promise<void> {
  const title = { fr: 'Débat', original: 'fr' } as const;
  const debate = { slug: 'voted', title, startsOn: '2026-11', language: 'fr' };
  await node.write(async (tx) => void done(await createDebate(tx, tester, debate)));
  const people = Array.from({ length: 20 }, (_, id) => id);
  const votes = people.flatMap((id) => [0, 1, 2, 3].map((at) => `${at},${id},${(id + at) % 2 ? 1 : -1}`));
  const form = new FormData();
  const add = (name: string, rows: string[]) => form.set(name, new Blob([rows.join('\n')]), `${name}.csv`);
  add('votes', ['comment-id,voter-id,vote', ...votes, 'x,y,z']);
  add('attributes', ['participant,territory', ...people.map((id) => `${id},${id % 2 ? 'A' : 'B'}`)]);
  const cookie = await openSession(node, 'administrator');
  const { status } = await post(node, '/fr/debates/voted/votes?/send', form, { cookie });
  if (status !== 303) throw new Error(`Votes were answered with ${status}.`);
}

async function faultsOf({ page }: Desk): Promise<string[]> {
  return describeViolations(new URL(page.url()).pathname, await violationsOf(page));
}

async function overflowOf({ page }: Desk): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe.each([
  ['fr', laptop],
  ['ar', phone],
] as const)('in %s', (locale, viewport) => {
  it('signed in, every page is sound and none flows over its edge', async () => {
    const desk = await deskOf(browser, node, 'administrator', { viewport });
    const faults: string[] = [];
    const { reader } = node.services.db;
    const goal = await reader
      .selectFrom('concepts')
      .select('slug')
      .where('scheme', '=', 'sdg')
      .executeTakeFirstOrThrow();
    const conclusion = await reader.selectFrom('conclusions').select('id').executeTakeFirstOrThrow();
    for (const written of pages) {
      const page = written
        .replace('{goal}', goal.slug)
        .replace('{conclusion}', conclusion.id)
        .replace('{commitment}', commitment)
        .replace('{response}', response)
        .replace('{handover}', handover)
        .replace('{reading}', reading)
        .replace(/\{(\w+)\}/, (_, made) => reports[made as keyof WrittenReports]);
      await desk.open(`/${locale}${page}`);
      faults.push(...(await faultsOf(desk)).map((fault) => `${page} ${fault}`));
      if ((await overflowOf(desk)) > 0) faults.push(`${page} flows over its edge`);
    }
    expect(faults).toEqual([]);
    await desk.context.close();
    // One after the other, every page of the office.
  }, 180_000);

  it('with problems and conflicts in it, a form is sound', async () => {
    const desk = await deskOf(browser, node, 'administrator', { viewport, javaScriptEnabled: true });
    await desk.open(`/${locale}/new/workshops`);
    await desk.page.locator('form[data-alive]').waitFor();
    await desk.page.locator('.end button').click();
    await desk.page.locator('.problems').waitFor();
    expect(await faultsOf(desk)).toEqual([]);

    await desk.open(`/${locale}/people/ana-fonseca/edit`);
    await desk.page.locator('form[data-alive]').waitFor();
    await node.services.db.transaction((tx) =>
      tx
        .updateTable('people')
        .set({ version: locale === 'fr' ? 9 : 19, name_fr: `Ana Fonseca ${locale}` })
        .where('slug', '=', 'ana-fonseca')
        .execute(),
    );
    await desk.page.fill('#field-name-fr', 'Un autre nom');
    await desk.page.locator('.end button').click();
    await desk.page.locator('.problems').waitFor();
    expect(await faultsOf(desk)).toEqual([]);
    await desk.context.close();
  });

  it('signed out, the door to the office is sound', async () => {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const open = async (path: string) => void (await page.goto(node.publicUrl + path));
    const desk = { context, page, open };
    for (const path of ['/sign-in', '/sign-in?ended=1', '/sign-in/link?token=x']) {
      await desk.open(`/${locale}${path}`);
      expect([path, await faultsOf(desk), await overflowOf(desk)]).toEqual([path, [], 0]);
    }
    await context.close();
  });
});
