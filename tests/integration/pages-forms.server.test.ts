import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Source } from '#platform/database/database.ts';
import { startNode, type TestNode } from '../support/node.ts';
import { openSession, post } from '../support/session.ts';

/* Every kind of record has one form: made, changed, looked back at, put back, linked and removed the same way. */
let node: TestNode;
let cookie: string;
let outcome: string;
let conclusion: string;
let source: string;
beforeAll(async () => {
  node = await startNode();
  cookie = await openSession(node, 'coordinator');
  const first = async (kind: 'outcomes' | 'conclusions' | 'sources') =>
    (await node.services.db.reader.selectFrom(kind).select('id').orderBy('id').executeTakeFirstOrThrow()).id;
  [outcome, conclusion, source] = [
    await first('outcomes'),
    await first('conclusions'),
    await first('sources'),
  ];
});
afterAll(() => node?.stop());

const named = { 'name.fr': 'Un nom', 'name.original': 'fr' };
const worded = { 'text.fr': 'Un texte', 'text.original': 'fr' };

/** Where a record of each kind is made, and what the form asks for at least. */
const made: Record<string, { at: string; least: Record<string, string>; kind: string }> = {
  series: { at: '/new/series', least: named, kind: 'series' },
  axes: { at: '/new/axes', least: { ...named, code: '91' }, kind: 'concepts' },
  priorities: { at: '/new/priorities', least: { ...named, code: '92' }, kind: 'concepts' },
  goals: { at: '/new/goals', least: { ...named, code: '93' }, kind: 'concepts' },
  sources: {
    at: '/new/sources',
    least: { title: 'Un titre', language: 'fr', publisher: 'Une région', consultedOn: '2026-11' },
    kind: 'sources',
  },
  recommendations: {
    at: '/new/recommendations',
    least: { reference: 'N-1', 'title.fr': 'Un titre', 'title.original': 'fr' },
    kind: 'recommendations',
  },
  debates: {
    at: '/new/debates',
    least: {
      'title.fr': 'Un titre',
      'title.original': 'fr',
      startsOn: '2026-11',
      language: 'fr',
      visibility: 'public',
    },
    kind: 'debates',
  },
  outcomes: {
    at: '/initiatives/indimaj-oriental/outcomes',
    least: { ...worded, kind: 'result' },
    kind: 'outcomes',
  },
  conclusions: {
    at: '/workshops/rabat-2018/conclusions',
    least: { ...worded, kind: 'will' },
    kind: 'conclusions',
  },
};

const latest = (kind: string) =>
  node.services.db.reader
    .selectFrom(kind as 'series')
    .selectAll()
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
const journalled = async () => {
  const { count } = await node.services.db.reader
    .selectFrom('journal')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
};
const page = async (path: string) => (await node.get(`/fr${path}`, { cookie })).text();
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)![1]!;

describe.each(Object.entries(made))('%s', (noun, { at, least, kind }) => {
  let address: string;

  it('is made by its form', async () => {
    expect(await page(at)).toContain('</form>');
    const answer = await post(node, `/fr${at}`, least, { cookie });
    expect(answer.status).toBe(303);
    const { id, slug } = (await latest(kind)) as { id: string; slug?: string };
    address = `/${noun}/${slug ?? id}`;
    expect((await node.get(`/fr${address}/edit`, { cookie })).status).toBe(200);
  });

  it('is changed, looked back at and put back', async () => {
    const text = Object.keys(least).find((name) => /^(name|text|title)(\.fr)?$/.test(name))!;
    const version = versionIn(await page(`${address}/edit`));
    const changed = { ...least, [text]: 'Un autre', version };
    expect((await post(node, `/fr${address}/edit`, changed, { cookie })).status).toBe(303);
    const history = await page(`${address}/history`);
    expect(history).toContain(least[text]!);
    expect(history).toContain('Un autre');
    const again = { version, standing: version };
    expect((await post(node, `/fr${address}/history?/restore`, again, { cookie })).status).toBe(422);
    const standing = /name="standing" value="(\d+)"/.exec(history)![1]!;
    const restoring = { version, standing };
    const restored = await post(node, `/fr${address}/history?/restore`, restoring, { cookie });
    expect(restored.status).toBe(303);
    const row = (await latest(kind)) as unknown as Record<string, unknown>;
    expect([row[text.replace('.', '_')], row['version']]).toEqual([least[text], 3]);
  });

  it('sent from a version that has moved on, comes back with both texts', async () => {
    const text = Object.keys(least).find((name) => /^(name|text|title)(\.fr)?$/.test(name))!;
    const before = await journalled();
    const stale = { ...least, [text]: 'Tardif', version: '2' };
    const answer = await post(node, `/fr${address}/edit`, stale, { cookie });
    const html = await answer.text();
    expect([answer.status, html.includes('Tardif'), html.includes(least[text]!)]).toEqual([409, true, true]);
    expect(await journalled()).toBe(before);
  });

  it('is nobody’s to make or change who has no right to it', async () => {
    const other = await openSession(node, 'facilitator');
    const before = await journalled();
    for (const path of ['/edit', '/remove', '/history'])
      expect((await node.get(`/fr${address}${path}`, { cookie: other })).status, path).toBe(
        noun === 'conclusions' ? 200 : 404,
      );
    const asked = noun === 'conclusions' ? await openSession(node, 'focal-point-oriental') : other;
    const version = versionIn(await page(`${address}/edit`));
    const sent = await post(node, `/fr${address}/edit`, { ...least, version }, { cookie: asked });
    expect([403, 404]).toContain(sent.status);
    // Who keeps the debates of one workshop is told to choose it.
    const refusals = noun === 'debates' ? [422] : [403, 404];
    expect(refusals).toContain((await post(node, `/fr${at}`, least, { cookie: asked })).status);
    expect(await journalled()).toBe(before);
  });

  it('is removed, while nothing refers to it', async () => {
    const html = await page(`${address}/remove`);
    expect(html).toContain('ne renvoie à cette fiche');
    const stale = await post(node, `/fr${address}/remove`, { version: '1' }, { cookie });
    expect(stale.status).toBe(422);
    const gone = await post(node, `/fr${address}/remove`, { version: versionIn(html) }, { cookie });
    expect(gone.status).toBe(303);
    expect((await node.get(`/fr${address}/edit`, { cookie })).status).toBe(404);
  });
});

describe('what others refer to', () => {
  it('as a series, is named and kept', () =>
    heldRecord('series', 'series', (db) =>
      db
        .selectFrom('workshops')
        .innerJoin('series', 'series.id', 'workshops.series_id')
        .select(['series.slug', 'series.version'])
        .executeTakeFirstOrThrow(),
    ));

  it('as a goal, is named and kept', () =>
    heldRecord('goals', 'concepts', (db) =>
      db
        .selectFrom('links')
        .innerJoin('concepts', 'concepts.id', 'links.to_id')
        .select(['concepts.slug', 'concepts.version'])
        .where('scheme', '=', 'sdg')
        .executeTakeFirstOrThrow(),
    ));

  async function heldRecord(
    noun: string,
    kind: string,
    find: (db: Source) => Promise<{ slug: string; version: number }>,
  ) {
    const { slug, version } = await find(node.services.db.reader);
    const before = await journalled();
    const html = await page(`/${noun}/${slug}/remove`);
    expect(html).toContain('D’autres fiches renvoient à celle-ci');
    expect(html).toMatch(/href="\/fr\/(workshops|initiatives|recommendations|organisations)\//);
    expect(html).not.toContain('name="version"');
    const answer = await post(node, `/fr/${noun}/${slug}/remove`, { version: String(version) }, { cookie });
    expect([kind, answer.status]).toEqual([kind, 422]);
    expect(await journalled()).toBe(before);
  }
});

describe('links', () => {
  it('are added, moved and taken away, each once', async () => {
    const at = `/fr/conclusions/${conclusion}/links`;
    const concepts = await node.services.db.reader.selectFrom('concepts').select('id').limit(2).execute();
    for (const { id: to } of concepts)
      expect((await post(node, `${at}?/add`, { relation: 'serves', to }, { cookie })).status).toBe(303);
    const again = { relation: 'serves', to: concepts[0]!.id };
    expect((await post(node, `${at}?/add`, again, { cookie })).status).toBe(422);
    const standing = async () =>
      node.services.db.reader
        .selectFrom('links')
        .select(['id', 'to_id'])
        .where('from_id', '=', conclusion)
        .where('relation', '=', 'serves')
        .orderBy('position')
        .execute();
    const [first, second] = await standing();
    const move = { relation: 'serves', link: second!.id, by: 'up' };
    expect((await post(node, `${at}?/move`, move, { cookie })).status).toBe(303);
    expect((await standing()).map(({ id }) => id)).toEqual([second!.id, first!.id]);
    for (const { id: link } of await standing())
      expect((await post(node, `${at}?/remove`, { relation: 'serves', link }, { cookie })).status).toBe(303);
    expect(await standing()).toEqual([]);
  });

  it('of a relation that the kind doesn’t have, or to nothing, are refused', async () => {
    const before = await journalled();
    const at = `/fr/conclusions/${conclusion}/links?/add`;
    for (const sent of [
      { relation: 'funder', to: source },
      { relation: '<script>', to: source },
      { relation: 'cites', to: "' or 1=1 --" },
      { relation: 'cites', to: conclusion },
      {},
    ] as Record<string, string>[])
      expect((await post(node, at, sent, { cookie })).status, JSON.stringify(sent)).toBe(422);
    expect(await journalled()).toBe(before);
  });
});

describe('a conclusion', () => {
  it('is made a recommendation where it is read, by a form that begins with its words, and then names it', async () => {
    const at = `/conclusions/${conclusion}/recommendation`;
    const { text_fr, slug } = await node.services.db.reader
      .selectFrom('conclusions')
      .innerJoin('workshops', 'workshops.id', 'conclusions.workshop_id')
      .select(['text_fr', 'slug'])
      .where('conclusions.id', '=', conclusion)
      .executeTakeFirstOrThrow();
    const button = `href="/fr${at}"`;
    const places = [`/workshops/${slug}`, `/workshops/${slug}/conclusions/${conclusion}/chain`];
    for (const place of places) {
      expect([place, (await page(place)).includes(button)]).toEqual([place, true]);
      expect(await (await node.get(`/fr${place}`)).text()).not.toContain(button);
    }
    const stranger = await openSession(node, 'focal-point-oriental');
    const before = await journalled();
    expect((await node.get(`/fr${at}`, { cookie: stranger })).status).toBe(404);
    expect((await node.get(`/fr${at}`, { redirect: 'manual' } as never)).status).not.toBe(404);
    const sent = {
      reference: '',
      'title.fr': 'Tenir une permanence mensuelle',
      'title.original': 'fr',
      visibility: 'public',
    };
    expect((await post(node, `/fr${at}`, sent, { cookie: stranger })).status).toBe(404);
    const refused = await post(node, `/fr${at}`, sent, { cookie });
    expect([refused.status, (await refused.text()).includes('id="field-reference-problem"')]).toEqual([
      422,
      true,
    ]);
    expect(await journalled()).toBe(before);
    expect(await page(at)).toContain(text_fr!.slice(0, 20));
    const answer = await post(node, `/fr${at}`, { ...sent, reference: 'DRAWN-1' }, { cookie });
    expect(answer.status).toBe(303);
    expect((await node.get(answer.headers.get('location')!)).status).toBe(200);
    for (const place of places) expect(await page(place)).toContain('DRAWN-1');
    // Readers learn of it where they read the conclusion, at once.
    expect(await (await node.get(`/fr/workshops/${slug}`)).text()).toContain('DRAWN-1');
    expect(await page(at)).not.toContain('name="reference"');
    expect((await post(node, `/fr${at}`, { ...sent, reference: 'DRAWN-2' }, { cookie })).status).toBe(422);
  });
});

describe('hostile input', () => {
  /** What is typed into a text, and whether it may stand: text is text. */
  const texts: Record<string, { typed: string; refused: string | null }> = {
    'nothing but spaces': { typed: '   ', refused: 'nécessaire|au moins|langue' },
    'too much': { typed: 'é'.repeat(50_000), refused: 'trop long' },
    'an override of direction': { typed: 'abc\u202Edef', refused: 'caractère invisible' },
    'an isolate': { typed: 'abc\u2066def', refused: 'caractère invisible' },
    'a null character': { typed: 'abc\u0000def', refused: 'caractère invisible' },
    'an escape': { typed: 'abc\u001B[31m', refused: 'caractère invisible' },
    'a script': { typed: '<script>alert(1)</script>', refused: null },
    'an attribute': { typed: '"><img src=x onerror=alert(1)>', refused: null },
    SQL: { typed: "'); drop table series; --", refused: null },
  };
  const forms = Object.entries(made).map(([noun, { at, least, kind }]) => ({ noun, at, least, kind }));

  describe.each(forms)('in $noun', ({ at, least, kind }) => {
    const text = Object.keys(least).find((name) => /^(name|text|title)(\.fr)?$/.test(name))!;

    it.each(Object.entries(texts))('%s', async (_what, { typed, refused }) => {
      const before = await journalled();
      const beside = Object.keys(least).find((name) => name !== text && !name.endsWith('.original'));
      const sent: Record<string, string> = { ...least, [text]: typed };
      if ('code' in least) sent['code'] = `c${before}`;
      if ('reference' in least) sent['reference'] = `R-${before}`;
      const answer = await post(node, `/fr${at}`, sent, { cookie });
      const html = await answer.text();
      if (refused === null) {
        expect(answer.status).toBe(303);
        const row = (await latest(kind)) as unknown as Record<string, unknown>;
        expect(row[text.replace('.', '_')]).toBe(typed);
        const shown = await page(at);
        if (/[<>]/.test(typed)) expect(shown).not.toContain(typed);
        return;
      }
      expect(answer.status).toBe(422);
      // The message stands beside the control, and what was typed elsewhere is kept.
      const id = text.replace(/\./g, '-');
      expect(html).toMatch(
        new RegExp(`id="field-(${id}|${id.replace(/-fr$/, '')})-problem"[^>]*>[^<]*(${refused})`),
      );
      if (beside) expect(html).toContain(sent[beside]!);
      expect(await journalled()).toBe(before);
    });

    it('left empty altogether', async () => {
      const before = await journalled();
      const answer = await post(node, `/fr${at}`, { nothing: '' }, { cookie });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toMatch(/class="problem[^"]*"/);
      expect(await journalled()).toBe(before);
    });

    it('numbers that are none', async () => {
      if (['sources', 'series', 'debates'].includes(kind)) return;
      const before = await journalled();
      for (const position of ['-1', '1.5', 'dix', '1e99', '3000000000', '٣٫٥', '<b>']) {
        const answer = await post(node, `/fr${at}`, { ...least, position }, { cookie });
        const html = await answer.text();
        expect([position, answer.status]).toEqual([position, 422]);
        expect(html).toMatch(/id="field-position-problem"/);
      }
      expect(await journalled()).toBe(before);
    });
  });

  it('dates that do not exist', async () => {
    const before = await journalled();
    for (const date of ['2026-02-30', '2026-13', '0', 'hier', '31/02/2026', '<b>']) {
      const answer = await post(
        node,
        '/fr/new/sources',
        { ...made['sources']!.least, consultedOn: date },
        { cookie },
      );
      const html = await answer.text();
      expect([date, answer.status]).toEqual([date, 422]);
      expect(html).toMatch(/id="field-consultedOn-problem"/);
      if (date !== '<b>') expect(html).toContain(`value="${date}"`);
    }
    expect(await journalled()).toBe(before);
  });

  it('a session of another workshop', async () => {
    const { db } = node.services;
    const other = await db.reader
      .selectFrom('programme_items')
      .innerJoin('workshops', 'workshops.id', 'programme_items.workshop_id')
      .select('programme_items.id')
      .where('slug', '<>', 'rabat-2018')
      .executeTakeFirst();
    const before = await journalled();
    for (const itemId of [other?.id ?? outcome, 'x', source]) {
      const sent = { ...made['conclusions']!.least, itemId };
      const answer = await post(node, '/fr/workshops/rabat-2018/conclusions', sent, { cookie });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toMatch(/id="field-itemId-problem"/);
    }
    expect(await journalled()).toBe(before);
  });
});

it('logs no error', () => expect(node.errors).toEqual([]));
