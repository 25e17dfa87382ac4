import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecommendation } from '#follow-up/recommendations/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { writeCommitment } from '../support/commitments.ts';
import { plain } from '../support/html.ts';
import { publicPages, startNode, tester, type TestNode } from '../support/node.ts';
import { writeReports, type WrittenReports } from '../support/reports.ts';
import { openSession, post } from '../support/session.ts';

let node: TestNode;
let slug: string;
let reports: WrittenReports;
beforeAll(async () => {
  node = await startNode({ clock: () => new Date('2028-12-01T12:00:00Z') });
  slug = await node.write(writeCommitment);
  reports = await node.write((tx) => writeReports(tx, slug));
});
afterAll(async () => {
  expect(node.errors).toEqual([]);
  await node.stop();
});

const page = (id: string, locale = 'fr') => `/${locale}/commitments/${slug}/reports/${id}`;
const words = async (path: string, cookie?: string) =>
  plain(await (await node.get(path, cookie ? { cookie } : {})).text());

describe('reports', () => {
  it('stand on the page of their commitment, the latest first, those that are validated alone', async () => {
    const html = await (await node.get(`/fr/commitments/${slug}`)).text();
    const section = html.slice(html.indexOf('id="reports"'), html.indexOf('id="matching"'));
    const links = [...section.matchAll(/href="([^"]+\/reports\/[^"]+)"/g)].map(([, href]) => href);
    expect(links).toEqual([page(reports.validated), page(reports.confirmed)]);
    expect(plain(section)).toContain('5,5 guichets');
    expect(plain(section)).toContain('niveau 2 : Ouvert chaque jour');
    expect(html).not.toContain('Brouillon seulement');
    expect(html).not.toContain('Quels locaux');
  });

  it('have a page for everybody once they are validated, with nothing of what was decided', async () => {
    for (const id of [reports.returned, reports.draft]) expect((await node.get(page(id))).status).toBe(404);
    const text = await words(page(reports.validated));
    for (const said of [
      'Deux guichets accueillent',
      'Les locaux manquent',
      'Former deux agents',
      '68 %',
      '50 %',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('Décisions et commentaires');
    expect(await words(page(reports.confirmed, 'ar'))).toContain('مؤكَّد من طرف آخر');
    const listed = (await publicPages(node)).filter((path) => path.includes('/reports/'));
    expect(listed.toSorted()).toEqual(
      ['ar', 'en', 'fr'].flatMap((locale) =>
        [reports.confirmed, reports.validated].map((id) => page(id, locale)).toSorted(),
      ),
    );
  });

  it('show who writes them what came back, and why', async () => {
    const cookie = await openSession(node, 'administrator');
    const text = await words(page(reports.returned), cookie);
    expect(text).toContain('Quels locaux ?');
    expect(await words(`/fr/commitments/${slug}`, cookie)).toContain('Brouillon seulement');
  });

  it('follow their commitment to its address, and are nowhere else', async () => {
    const former = page(reports.validated);
    await node.write((tx) => renamed(tx, 'guichet-neuf'));
    const answer = await node.get(former);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      301,
      former.replace(`/${slug}/`, '/guichet-neuf/'),
    ]);
    await node.write((tx) => renamed(tx, slug));
    expect((await node.get(former.replace(`/${slug}/`, '/formation/'))).status).toBe(404);
  });

  it('are no longer read once their commitment is not', async () => {
    expect((await node.get(page(reports.validated))).status).toBe(200);
    await node.write((tx) => shown(tx, 'draft'));
    expect((await node.get(page(reports.validated))).status).toBe(404);
    expect((await publicPages(node)).some((path) => path.includes('/reports/'))).toBe(false);
    await node.write((tx) => shown(tx, 'public'));
    expect((await node.get(page(reports.validated))).status).toBe(200);
  });

  it('stand in the record of their commitment', async () => {
    const record = await (await node.get(`/fr/commitments/${slug}/record.json`)).json();
    expect(record.indicators[0]).toMatchObject({ id: reports.number, baseline: '0', target: '8' });
    expect(record.indicators[1].levels).toHaveLength(3);
    expect(record.reports.map(({ stage }: { stage: string }) => stage)).toEqual(['validated', 'confirmed']);
    expect(record.reports[0].figures[0]).toMatchObject({ indicator: reports.number, value: '5.5' });
  });
});

type Tx = Parameters<Parameters<TestNode['write']>[0]>[0];

async function changed(tx: Tx, values: object) {
  const row = await tx
    .selectFrom('reports')
    .select('commitment_id')
    .where('id', '=', reports.draft)
    .executeTakeFirstOrThrow();
  await updateRecord(tx, tester, 'commitments', row.commitment_id, values);
}
const renamed = (tx: Tx, to: string) => changed(tx, { slug: to });
const shown = (tx: Tx, visibility: 'draft' | 'public') => changed(tx, { visibility });

it('an answer bears the day of the node’s clock', async () => {
  const cookie = await openSession(node, 'administrator');
  const organisationId = await node.write(async (tx) => {
    const input = { slug: 'a-repondre', reference: 'a-repondre', title: { original: 'fr', fr: 'Répondre' } };
    const { id } = done(await createRecommendation(tx, tester, input as never));
    const organisation = await tx.selectFrom('organisations').select('id').limit(1).executeTakeFirstOrThrow();
    const to = { kind: 'organisations', id: organisation.id } as const;
    const from = { kind: 'recommendations', id } as const;
    done(await createLink(tx, tester, { from, relation: 'addressed-to', to }, true));
    return organisation.id;
  });
  const path = '/fr/recommendations/a-repondre/answers';
  expect(await (await node.get(path, { cookie })).text()).toContain('value="2028-12-01"');
  const answer = { organisationId, answer: 'accepted', respondedOn: '2028-12-01' };
  expect((await post(node, path, answer, { cookie })).status).toBe(303);
});
