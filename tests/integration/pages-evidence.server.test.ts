import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachWebPage } from '#follow-up/evidence/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { openStore, sha256Of } from '#platform/files/store.ts';
import { pdf } from '#platform/files/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { writeCommitment } from '../support/commitments.ts';
import { plain } from '../support/html.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { writeReports, type WrittenReports } from '../support/reports.ts';
import { demonstrationAccount, openSession, post } from '../support/session.ts';

/*
 * Evidence and readings as the running node takes and shows them: the forms, who is handed what, and as what.
 */
const html = '<script>alert("copied")</script>';
const nasty = '<img src=x onerror=alert(1)>';
let node: TestNode;
let slug: string;
let reports: WrittenReports;
let administrator: string;
let coordinator: string;
let member: string;
let stranger: string;
let association: string;
beforeAll(async () => {
  node = await startNode({ clock: () => new Date('2028-12-01T12:00:00Z') });
  slug = await node.write(writeCommitment);
  reports = await node.write((tx) => writeReports(tx, slug));
  const name = { fr: 'Association des riverains', ar: 'جمعية الجوار', original: 'fr' } as const;
  const input = { slug: 'riverains', type: 'association', level: 'local', name } as const;
  association = done(await node.write((tx) => createOrganisation(tx, tester, input))).id;
  const held = { role: 'member', scope: 'organisation', on: association } as const;
  const accountId = await demonstrationAccount(node, 'rapporteur');
  done(await node.write((tx) => giveRole(tx, tester, { accountId, ...held })));
  administrator = await openSession(node, 'administrator');
  coordinator = await openSession(node, 'coordinator');
  member = await openSession(node, 'rapporteur');
  stranger = await openSession(node, 'facilitator');
});
afterAll(async () => {
  expect(node.errors).toEqual([]);
  await node.stop();
});

const page = (id: string, more = '', locale = 'fr') => `/${locale}/commitments/${slug}/reports/${id}${more}`;
const commitmentPage = () => `/fr/commitments/${slug}`;
const get = (path: string, cookie = '') => node.get(path, cookie ? { cookie } : {});
const words = async (path: string, cookie = '') => plain(await (await get(path, cookie)).text());
const evidence = (id: string) =>
  node.services.db.reader
    .selectFrom('evidence')
    .selectAll()
    .where('report_id', '=', id)
    .orderBy('position')
    .execute();
const show = (id: string, stage: 'validated' | 'draft') =>
  node.write((tx) => updateRecord(tx, tester, 'reports', id, { stage }));

/** Sends one of the forms of evidence of the draft. */
function add(
  way: string,
  values: Record<string, string | Blob>,
  { cookie = administrator, locale = 'fr' } = {},
) {
  const body = new FormData();
  const said: Record<string, string | Blob> = {
    'caption.fr': 'Ce que cela montre',
    'caption.original': 'fr',
    ...values,
  };
  for (const [name, value] of Object.entries(said))
    if (value instanceof File) body.append(name, value, value.name);
    else body.append(name, value);
  return post(node, page(reports.draft, `/evidence?add=${way}&/${way}`, locale), body, { cookie });
}

describe('evidence', () => {
  it('is added by who writes the report, each kind by its form, and nothing that was typed is lost', async () => {
    const sent = new File([pdf], 'Bail.pdf', { type: 'application/pdf' });
    const answer = await add('file', { file: sent, source: nasty, 'alt.original': 'fr' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      page(reports.draft, '/evidence?done=added'),
    ]);
    expect((await add('record', { address: `${node.publicUrl}/fr/workshops/rabat-2018` })).status).toBe(303);
    const lie = await add(
      'file',
      { file: new File([pdf], 'photo.jpg'), source: 'Conseil régional' },
      { locale: 'ar' },
    );
    expect(lie.status).toBe(422);
    const again = await lie.text();
    expect(again).toContain('photo.jpg');
    expect(plain(again)).toContain('محتواه من نوع آخر');
    expect(again).toContain('value="Conseil régional"');
    const listed = await (await get(page(reports.draft, '/evidence'), administrator)).text();
    expect(plain(listed)).toContain(sha256Of(pdf));
    expect(listed).not.toContain(nasty);
    expect((await evidence(reports.draft)).map(({ kind }) => kind)).toEqual(['file', 'record']);
  });

  it('of the web is asked for nowhere inside, and the reader is told in their language', async () => {
    for (const url of ['http://127.0.0.1:1/', 'http://[::ffff:127.0.0.1]/', 'http://localhost/x']) {
      const answer = await add('page', { url }, { locale: 'ar' });
      expect(answer.status).toBe(422);
      const text = await answer.text();
      expect(plain(text)).toContain('لا يؤدي هذا العنوان إلى الشبكة العامة');
      expect(text).toContain(url);
    }
    expect(await evidence(reports.draft)).toHaveLength(2);
  });

  it('is handed out to who reads its report, a copied page as text that nothing runs', async () => {
    const { db, dataFolder } = node.services;
    const copier = async (address: string) =>
      ({ ok: true, bytes: Buffer.from(html), mediaType: 'text/html', address }) as const;
    const input = {
      reportId: reports.draft,
      caption: { fr: 'La page', original: 'fr' } as const,
      url: 'https://region.example/',
    };
    done(await attachWebPage(db, openStore(dataFolder), copier, tester, input));
    const rows = await evidence(reports.draft);
    const [file, , copy] = rows.map(({ id, sha256 }) => `/api/evidence/${id}/${sha256}`);
    for (const path of [file!, copy!]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
      expect([path, (await get(path, stranger)).status]).toEqual([path, 404]);
    }
    const wrong = `/api/evidence/${rows[0]!.id}/${rows[2]!.sha256}`;
    expect((await get(wrong, administrator)).status).toBe(404);
    const answer = await get(copy!, administrator);
    expect(await answer.text()).toBe(html);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': expect.stringMatching(/^attachment; filename="region-example .*\.txt"/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    await show(reports.draft, 'validated');
    await node.settled();
    expect(await (await get(copy!)).text()).toBe(html);
    expect((await get(file!)).headers.get('content-disposition')).toMatch(/^attachment; filename="Bail.pdf"/);
    const text = await words(page(reports.draft, '', 'ar'));
    for (const said of ['الأدلة', sha256Of(pdf), sha256Of(Buffer.from(html)), 'https://region.example/'])
      expect(text).toContain(said);
    const record = await (await get(`/fr/commitments/${slug}/record.json`)).json();
    const told = record.reports.find((one: { id: string }) => one.id.endsWith(reports.draft));
    expect(told.evidence.map(({ kind }: { kind: string }) => kind)).toEqual(['file', 'record', 'web-page']);
    await show(reports.draft, 'draft');
    await node.settled();
    expect((await get(copy!)).status).toBe(404);
    expect((await get(page(reports.draft))).status).toBe(404);
  });

  it('is fixed once the report is handed in: the page takes nothing, and says so', async () => {
    const path = page(reports.validated, '/evidence');
    expect(await words(path, administrator)).toContain('ses preuves sont fixées');
    const answer = await post(
      node,
      `${path}?add=record&/record`,
      {
        'caption.fr': 'x',
        'caption.original': 'fr',
        address: '/workshops/rabat-2018',
      },
      { cookie: administrator },
    );
    expect(answer.status).toBe(422);
    expect(plain(await answer.text())).toContain('Ce rapport a été transmis');
    expect(await evidence(reports.validated)).toEqual([]);
    for (const cookie of [member, stranger]) expect((await get(path, cookie)).status).toBe(404);
    expect((await get(path)).status).toBe(303);
  });
});

describe('readings', () => {
  const path = (id = reports.validated, more = '') => page(id, `/readings${more}`);
  const latest = () =>
    node.services.db.reader.selectFrom('readings').selectAll().orderBy('id', 'desc').executeTakeFirst();

  it('are written by a member, decided by a coordinator, and stand beside the report', async () => {
    expect((await get(path(), stranger)).status).toBe(404);
    const values = {
      organisationId: association,
      judgement: 'disagrees',
      ownStatus: 'not-started',
      'text.ar': `الشبّاك مغلق ${nasty}`,
      'text.original': 'ar',
      sources: 'https://riverains.example/visite',
    };
    const wrong = await post(
      node,
      path(undefined, '?/write'),
      { ...values, sources: 'x' },
      { cookie: member },
    );
    expect(wrong.status).toBe(422);
    expect(plain(await wrong.text())).toContain('الشبّاك مغلق');
    const answer = await post(node, path(undefined, '?/write'), values, { cookie: member });
    const reading = (await latest())!;
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path()}#reading-${reading.id}`]);

    await node.settled();
    const official = await words(page(reports.validated));
    expect(await words(commitmentPage())).not.toContain('de la société civile');
    expect(official).not.toContain('الشبّاك مغلق');
    expect(await words(path(), member)).toContain('À décider');
    expect(await (await get('/fr/my-work', coordinator)).text()).toContain(
      `reports/${reports.validated}/readings#reading-${reading.id}`,
    );

    const decide = path(undefined, `?reading=${reading.id}&do=decide`);
    expect(await words(decide, coordinator)).toContain('Publier à côté du rapport');
    const decided = await post(
      node,
      `${decide}&/decide`,
      { decision: 'published', answer: '', language: 'fr', version: '1' },
      { cookie: coordinator },
    );
    expect(decided.status).toBe(303);
    await node.settled();
    const shown = await (await get(page(reports.validated))).text();
    const section = shown.slice(shown.indexOf('id="readings"'));
    // Whoever reads the commitment learns of it.
    expect(await words(commitmentPage())).toContain('1 lecture de la société civile');
    expect(plain(section)).toContain('Association des riverains');
    expect(plain(section)).toContain('Pas d’accord avec le rapport');
    expect(section).toContain(`id="reading-${reading.id}"`);
    expect(shown).not.toContain(nasty);
    expect(plain(shown.slice(0, shown.indexOf('id="readings"')))).toContain('En cours');
    const { status } = await node.services.db.reader
      .selectFrom('commitments')
      .select('status')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow();
    expect(status).toBe('in-progress');
  });

  it('are replied to by who speaks for the institution, and withdrawn by their author', async () => {
    const reading = (await latest())!;
    const reply = path(undefined, `?reading=${reading.id}&do=reply`);
    const said = { 'reply.fr': 'Il rouvre lundi.', 'reply.original': 'fr', version: '2' };
    expect((await post(node, `${reply}&/reply`, said, { cookie: member })).status).toBe(403);
    expect((await post(node, `${reply}&/reply`, said, { cookie: administrator })).status).toBe(303);
    await node.settled();
    expect(await words(page(reports.validated))).toContain('Il rouvre lundi.');
    const { version } = (await latest())!;
    const taken = await post(
      node,
      path(undefined, '?/withdraw'),
      { id: reading.id, version: String(version) },
      { cookie: member },
    );
    expect(taken.status).toBe(303);
    await node.settled();
    expect(await words(page(reports.validated))).not.toContain('Association des riverains');
    expect(await words(commitmentPage())).not.toContain('de la société civile');
  });
});
