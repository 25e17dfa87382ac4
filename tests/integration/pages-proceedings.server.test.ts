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

/** Asks for a page that leads to a file, as often as it says that the file is being made. */
async function ledTo(path: string, headers: Record<string, string> = {}): Promise<string | null> {
  for (;;) {
    const answer = await fetch(node.url + path, { headers, redirect: 'manual' });
    if (answer.status !== 200) return answer.headers.get('location');
    expect(answer.headers.get('refresh')).toBe('2');
    expect(answer.headers.get('cache-control')).toContain('no-store');
  }
}

describe('a file that takes its time', () => {
  it.each(['pdf', 'docx'])('as %s is led to once it is written', async (kind) => {
    const at = '/en/workshops/rabat-2018/proceedings';
    expect(await ledTo(`${at}/file?as=${kind}`)).toBe(`${at}.${kind}`);
  });
});

describe('the proceedings as they would be now', () => {
  const at = '/fr/workshops/to-come/proceedings/draft';
  const places = [at, `${at}.pdf`, `${at}.docx`, `${at}/file?as=pdf`];

  it('are there for who edits the workshop, before it is over, marked and kept by nobody', async () => {
    const headers = { cookie: await openSession(node, 'administrator') };
    const page = await node.get(at, headers);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(await page.text()).toContain('Aperçu du 1er mars 2026, non publié');
    expect(await ledTo(`${at}/file?as=pdf`, headers)).toBe(`${at}.pdf`);
    const pdf = await node.get(`${at}.pdf`, headers);
    expect([pdf.status, pdf.headers.get('content-disposition')]).toEqual([
      200,
      'inline; filename="to-come-proceedings-draft-fr.pdf"',
    ]);
    expect(pdf.headers.get('cache-control')).toBe('private, no-store');
  });

  it('are there for nobody else', async () => {
    const rapporteur = { cookie: await openSession(node, 'rapporteur') };
    for (const place of places) {
      expect([place, await statusOf(place, rapporteur)]).toEqual([place, 404]);
      const answer = await fetch(node.url + place, { redirect: 'manual' });
      expect([place, answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([
        place,
        303,
        '/fr/sign-in',
      ]);
    }
  });
});

describe('proceedings', () => {
  it.each(['fr', 'ar', 'en'])('are a page without script and two files in %s', async (locale) => {
    const at = `/${locale}/workshops/rabat-2018`;
    const page = await (await node.get(`${at}/proceedings`)).text();
    expect(page).not.toMatch(/<script(?![^>]*ld\+json)/);
    for (const [kind, type] of Object.entries(files)) {
      expect(page).toContain(`href="${at}/proceedings/file?as=${kind}"`);
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
