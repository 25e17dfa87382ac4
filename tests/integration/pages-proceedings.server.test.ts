import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateRecord } from '#platform/records/records.server.ts';
import { idAt, writeMeeting } from '../support/meeting.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { openSession } from '../support/session.ts';

/* The proceedings of a meeting: a page and two files, for whoever may read it, once it is over. */

const files = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const beside = ['proceedings', 'proceedings.pdf', 'proceedings.docx'];

let node: TestNode;
beforeAll(async () => {
  node = await startNode({ clock: () => new Date('2026-03-01T12:00:00Z') });
  await node.write(async (tx) => {
    await writeMeeting(tx, 'to-come', { startsOn: '2026-05-04', endsOn: '2026-05-05' });
    await writeMeeting(tx, 'put-off', { status: 'postponed', startsOn: '2026-01-04', endsOn: '2026-01-05' });
    await writeMeeting(tx, 'not-public', { status: 'draft', startsOn: '2026-01-04', endsOn: '2026-01-05' });
  });
});
afterAll(async () => {
  expect(node.errors).toEqual([]);
  await node.stop();
});

const statusOf = async (path: string, headers = {}) => (await node.get(path, headers)).status;
const bytesOf = async (path: string) => Buffer.from(await (await node.get(path)).arrayBuffer());

describe('proceedings', () => {
  it.each(['fr', 'ar', 'en'])('are a page without script and two files in %s', async (locale) => {
    const at = `/${locale}/workshops/rabat-2018`;
    const page = await (await node.get(`${at}/proceedings`)).text();
    expect(page).not.toMatch(/<script(?![^>]*ld\+json)/);
    for (const [kind, type] of Object.entries(files)) {
      expect(page).toContain(`href="${at}/proceedings.${kind}"`);
      const answer = await node.get(`${at}/proceedings.${kind}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(answer.headers.get('content-disposition')).toBe(
        `inline; filename="rabat-2018-proceedings-${locale}.${kind}"`,
      );
    }
    expect((await bytesOf(`${at}/proceedings.pdf`)).toString('latin1')).toContain(`/Lang (${locale})`);
    expect(await (await node.get(at)).text()).toContain(`href="${at}/proceedings"`);
  });

  it('are the same bytes until a record of theirs changes, and others then', async () => {
    const path = '/fr/workshops/oujda-2019/proceedings.pdf';
    const before = await bytesOf(path);
    expect((await bytesOf(`${path}?again`)).equals(before)).toBe(true);
    await node.write(async (tx) => {
      const id = await idAt(tx, 'workshops', 'oujda-2019');
      await updateRecord(tx, tester, 'workshops', id, {
        outcome_fr: 'Une phrase de plus.',
        outcome_original: 'fr',
      });
    });
    await node.settled();
    expect((await bytesOf(path)).equals(before)).toBe(false);
    expect(await (await node.get('/fr/workshops/oujda-2019/proceedings')).text()).toContain(
      'Une phrase de plus.',
    );
  });

  it.each(['to-come', 'put-off', 'not-public', 'nothing'])(
    'are not there for everyone of %s',
    async (slug) => {
      for (const file of beside)
        expect([file, await statusOf(`/fr/workshops/${slug}/${file}`)]).toEqual([file, 404]);
      expect(await (await node.get(`/sitemap.xml`)).text()).not.toContain(`${slug}/proceedings`);
    },
  );

  it('of a draft are there for who prepares it, and say that it is one', async () => {
    const headers = { cookie: await openSession(node, 'administrator') };
    for (const file of beside) expect(await statusOf(`/fr/workshops/not-public/${file}`, headers)).toBe(200);
    const pdf = await node.get('/fr/workshops/not-public/proceedings.pdf', headers);
    expect(pdf.headers.get('cache-control')).toMatch(/private|no-store/);
    expect(await statusOf('/fr/workshops/not-public/proceedings.pdf')).toBe(404);
  });
});
