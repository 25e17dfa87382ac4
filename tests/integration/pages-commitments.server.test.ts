import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { done } from '#platform/records/outcome.ts';
import { writeCommitment } from '../support/commitments.ts';
import { bodies, everyPath } from '../support/crawl.ts';
import { idAt } from '../support/meeting.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { openSession } from '../support/session.ts';

/*
 * A commitment that is not for everybody is tied to the public network in every way there is, and no public byte may
 * show it. Published, it shows wherever it could have leaked, with whatever it says as text.
 */
const hostile = `<script>alert("indiscretion")</script>`;
const escaped = '&lt;script>alert("indiscretion")&lt;/script>';
const languages = ['fr', 'ar'];

let node: TestNode;
let before: Map<string, string>;
let ids: string[];
const show = (visibility: 'draft' | 'network' | 'public') =>
  node.write(async (tx) => {
    for (const id of ids) await updateRecord(tx, tester, 'commitments', id, { visibility });
  });
beforeAll(async () => {
  node = await startNode({ clock: () => new Date('2026-12-01T12:00:00Z') });
  const recommendations = await node.services.db.reader.selectFrom('recommendations').selectAll().execute();
  before = await bodies(node, await everyPath(node, languages));
  await node.write(async (tx) => {
    await writeCommitment(tx);
    const rows = await tx.selectFrom('commitments').select(['id', 'slug']).execute();
    ids = rows.map(({ id }) => id);
    const { id } = rows.find(({ slug }) => slug === 'guichet')!;
    const toTerritory = { kind: 'territories', id: await idAt(tx, 'territories', 'oriental') };
    const toConcept = { kind: 'concepts', id: await idAt(tx, 'concepts', 'youth') };
    const from = { kind: 'commitments', id };
    done(await createLink(tx, tester, { from, relation: 'concerns', to: toTerritory }));
    done(await createLink(tx, tester, { from, relation: 'serves', to: toConcept }));
    await updateRecord(tx, tester, 'commitments', id, { title_fr: hostile, deliverable_fr: hostile });
  });
  // What is public moved what it serves: that is put back as it was, its version too, before anything is compared.
  await show('draft');
  await node.write(async (tx) => {
    for (const { id, ...row } of recommendations) {
      const { status, status_since } = row;
      await updateRecord(tx, tester, 'recommendations', id, { status, status_since });
      await tx.updateTable('recommendations').set(row).where('id', '=', id).execute();
    }
  });
});
afterAll(() => node?.stop());

async function changedPages(): Promise<string[]> {
  const after = await bodies(node, [...before.keys()]);
  // The record says when it was last written, and stays the same otherwise.
  const words = (body: string | undefined) =>
    body?.replaceAll(/"updatedAt": "[^"]+"/g, '').replaceAll(/<lastmod>[^<]+<\/lastmod>/g, '');
  return [...before].filter(([path, body]) => words(after.get(path)) !== words(body)).map(([path]) => path);
}

describe('a commitment', () => {
  it.each(['draft', 'network'] as const)(
    'for the %s changes no byte of what the public reads',
    async (who) => {
      await show(who);
      expect(await changedPages()).toEqual([]);
      for (const beside of ['', '/record.json', '/extensions'])
        expect((await node.get(`/fr/commitments/guichet${beside}`)).status).not.toBe(200);
    },
  );

  it('for everybody shows wherever it belongs, its text as text', async () => {
    await show('public');
    const pages = await changedPages();
    expect(pages).toEqual(
      expect.arrayContaining(['/fr', '/fr/commitments', '/ar/territories/oriental', '/sitemap.xml']),
    );
    expect(pages.some((path) => path.startsWith('/fr/organisations/'))).toBe(true);
    expect(pages.some((path) => path.startsWith('/fr/recommendations/'))).toBe(true);
    const html = await (await node.get('/fr/commitments/guichet')).text();
    expect(html).toContain(escaped);
    expect(html).not.toContain(hostile);
    await show('draft');
    expect(await changedPages()).toEqual([]);
  });

  it('tells everybody which longer deadlines were granted, and nothing of those that were asked for', async () => {
    await show('public');
    const [commitment] = await node.services.db.reader
      .selectFrom('commitments')
      .selectAll()
      .where('slug', '=', 'guichet')
      .execute();
    // One was asked for as it was written, and waits.
    const pending = await node.services.db.reader
      .selectFrom('deadline_extensions')
      .select(['reason', 'status'])
      .where('commitment_id', '=', commitment!.id)
      .execute();
    expect(pending).toMatchObject([{ status: 'asked' }]);
    // Whoever is to answer is asked to, and not to take it back for whoever asked.
    const cookie = await openSession(node, 'coordinator');
    const toAnswer = await (await node.get('/fr/commitments/guichet/extensions', { cookie })).text();
    expect(['?/answer', '?/withdraw'].map((action) => toAnswer.includes(action))).toEqual([true, false]);
    await node.write((tx) =>
      createRecord(tx, tester, 'deadline_extensions', {
        commitment_id: commitment!.id,
        from_due_on: '2027-03-31',
        to_due_on: '2027-09-30',
        reason: 'motif de la prolongation',
        reason_language: 'fr',
        status: 'granted',
        answer: 'avis de la coordination',
        answer_language: 'fr',
        answered_on: '2026-11-05',
      }),
    );
    const [html, data] = await Promise.all(
      ['', '/__data.json'].map(async (path) => (await node.get(`/fr/commitments/guichet${path}`)).text()),
    );
    expect(html).toContain('30 septembre 2027');
    for (const body of [html, data])
      for (const word of [pending[0]!.reason, 'motif de la', 'avis de la']) expect(body).not.toContain(word);
    await show('draft');
  });

  it('that somebody else saved meanwhile comes back with both texts', async () => {
    const cookie = await openSession(node, 'administrator');
    const path = '/fr/commitments/guichet/edit';
    const html = await (await node.get(path, { cookie })).text();
    const version = /name="version" value="(\d+)"/.exec(html)?.[1];
    const { organisation_id, id } = await node.services.db.reader
      .selectFrom('commitments')
      .selectAll()
      .where('slug', '=', 'guichet')
      .executeTakeFirstOrThrow();
    await node.write((tx) => updateRecord(tx, tester, 'commitments', id, { deliverable_fr: 'Le leur' }));
    const answer = await fetch(node.url + path, {
      method: 'POST',
      headers: { cookie, origin: new URL(node.publicUrl).origin, accept: 'text/html' },
      body: new URLSearchParams({
        version: version!,
        'title.fr': hostile,
        'title.original': 'fr',
        'deliverable.fr': 'Le mien',
        'deliverable.original': 'fr',
        kind: 'service',
        organisationId: organisation_id,
        visibility: 'draft',
        dueOn: '2029-12-31',
        slug: 'guichet',
      }),
      redirect: 'manual',
    });
    expect(answer.status).toBe(409);
    const again = await answer.text();
    expect(again).toContain('Le mien');
    expect(again).toContain('Le leur');
    expect(again).not.toContain(hostile);
    expect(node.errors).toEqual([]);
  });

  it('that is begun at a recommendation serves it', async () => {
    const { reader } = node.services.db;
    const { slug } = await reader.selectFrom('recommendations').select('slug').executeTakeFirstOrThrow();
    const path = `/fr/recommendations/${slug}`;
    expect(await (await node.get(path)).text()).not.toContain('/new/commitments');
    const cookie = await openSession(node, 'administrator');
    const html = await (await node.get(path, { cookie })).text();
    const href = /\/fr\/new\/commitments\?serves=([\w-]+)/.exec(html)!;
    const form = await (await node.get(href[0], { cookie })).text();
    expect(form).toContain(`name="serves" value="${href[1]}"`);
    const led = await reader.selectFrom('organisations').select('id').executeTakeFirstOrThrow();
    const answer = await fetch(node.url + href[0], {
      method: 'POST',
      headers: { cookie, origin: new URL(node.publicUrl).origin, accept: 'text/html' },
      body: new URLSearchParams({
        serves: href[1]!,
        'title.fr': 'Commencé ici',
        'title.original': 'fr',
        'deliverable.fr': 'Un guichet de plus',
        'deliverable.original': 'fr',
        kind: 'service',
        organisationId: led.id,
        visibility: 'draft',
      }),
      redirect: 'manual',
    });
    expect(answer.status).toBe(303);
    const served = await reader
      .selectFrom('links')
      .innerJoin('commitments', 'commitments.id', 'links.from_id')
      .select(['links.relation', 'links.to_id'])
      .where('commitments.title_fr', '=', 'Commencé ici')
      .execute();
    expect(served).toEqual([{ relation: 'implements', to_id: href[1] }]);
  });
});

describe('what is late, and what falls due', () => {
  it('goes out as a file of no more than was asked for', async () => {
    const status = async (query: string) => (await node.get(`/fr/commitments/delays.csv${query}`)).status;
    expect(await status('')).toBe(200);
    expect(await status('?territory=oriental&institution=')).toBe(200);
    for (const query of ['?teritory=oriental', '?territory=nowhere', '?status=late'])
      expect(await status(query)).toBe(400);
    const html = await (await node.get('/fr/commitments/delays?teritory=oriental')).text();
    expect(html).toContain('teritory');
  });

  it('is told of the first and the last months that there are', async () => {
    for (const query of ['from=9999-01-01', 'from=9999-12-31', 'to=0001-06-01', 'to=0000-06-01'])
      expect((await node.get(`/fr/commitments/timeline?${query}`)).status).toBe(200);
    expect(node.errors).toEqual([]);
  });
});
