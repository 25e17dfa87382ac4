import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#messages/runtime';
import { readDossier } from '#events/dossier/queries.server.ts';
import { createSeries } from '#events/series/changes.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { anonymous, NETWORK, type Actor } from '#platform/actor/actor.ts';
import { Reads } from '#platform/cache/reads.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import {
  administrator,
  holding,
  inFrench,
  organisationNamed,
  workshopNamed,
} from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { addImplementation } from '../implementations/changes.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { visibilities } from '#network/visibility/model.ts';
import { previousAnnex, previousBlocks, PREVIOUS_ANNEX, type Block } from './exports.server.ts';
import { readPrevious, readPreviousInFull } from './queries.server.ts';

/*
 * A series of three public editions, a draft between them, and one begun from a meeting outside it. The first edition
 * shared a recommendation of each visibility and one that is late; the second shared the late one again.
 */
let db: TestDatabase;
const clock = () => new Date('2027-05-03T10:00:00Z');
const day = '2027-05-03';
const workshops = new Map<string, string>();
const recommendations = new Map<string, string>();
const member = holding({ role: 'focal-point', scope: 'network', on: NETWORK });

beforeAll(async () => {
  db = await openTestDatabase();
  const seriesId = done(await createSeries(db, administrator, { slug: 's', name: inFrench('Série') })).id;
  for (const [slug, startsOn, status] of [
    ['first', '2019', 'published'],
    ['second', '2021-06-01', 'published'],
    ['hidden', '2022-06-01', 'draft'],
    ['third', '2027-06-01', 'published'],
  ] as const)
    workshops.set(slug, await workshopNamed(db, slug, { seriesId, status, startsOn, endsOn: startsOn }));
  for (const slug of ['alone', 'bare'])
    workshops.set(slug, await workshopNamed(db, slug, { status: 'published' }));
  for (const slug of [...visibilities, 'late'] as const) {
    const visibility = slug === 'late' ? 'public' : slug;
    const input = { slug, reference: slug, title: inFrench(`Titre ${slug}`), visibility };
    recommendations.set(slug, done(await createRecommendation(db, administrator, input, clock)).id);
    await shares('first', slug);
  }
  await shares('second', 'late');
  await shares('third', 'public');
  for (const visibility of ['public', 'draft'] as const) {
    const commitment = {
      slug: `c-${visibility}`,
      reference: `C-${visibility}`,
      title: inFrench(`Engagement ${visibility}`),
      deliverable: inFrench('Un guichet'),
      kind: 'service',
      organisationId: await organisationNamed(db, `council-${visibility}`),
      dueOn: '2020-01-01',
      visibility,
    } as const;
    const { id } = done(await createCommitment(db, administrator, commitment, clock));
    done(await addImplementation(db, administrator, { commitmentId: id, reference: 'late' }, clock));
  }
});
afterAll(() => db.close());

async function shares(workshop: string, recommendation: string): Promise<void> {
  const from = { kind: 'recommendations' as const, id: recommendations.get(recommendation)! };
  const to = { kind: 'workshops' as const, id: workshops.get(workshop)! };
  done(await createLink(db, administrator, { from, relation: 'shared-at', to }, true));
}

async function around(slug: string, actor: Actor, source = db.reader) {
  const workshop = (await readWorkshop(source, actor, workshops.get(slug)!))!;
  return readDossier(source, actor, workshop);
}
const previous = async (slug: string, actor: Actor = anonymous, most = 10) =>
  readPrevious(db.reader, actor, await around(slug, actor), most);

describe('the editions before', () => {
  it('are told the latest first, each with what it shared, as far as a reader knows of them', async () => {
    const told = ({ editions }: Awaited<ReturnType<typeof previous>>) =>
      editions.map(({ slug, shared }) => [slug, shared]);
    expect(told(await previous('third'))).toEqual([
      ['second', 1],
      ['first', 2],
    ]);
    expect(told(await previous('third', administrator))).toEqual([
      ['hidden', 0],
      ['second', 1],
      ['first', 4],
    ]);
    expect(told(await previous('first'))).toEqual([]);
    expect(told(await previous('alone'))).toEqual([]);
  });

  it('hold the one that a meeting was begun from, in no series and whatever its days', async () => {
    const { workshop } = await around('third', anonymous);
    const begun = { ...(await around('alone', anonymous)), previous: workshop };
    const { editions, total } = await readPrevious(db.reader, anonymous, begun, 10);
    expect([editions.map(({ slug }) => slug), total]).toEqual([['third'], 1]);
  });
});

describe('their recommendations', () => {
  it.each([
    ['anyone', anonymous, ['late', 'public']],
    ['who holds a role', member, ['late', 'public', 'network']],
    ['an administrator', administrator, ['late', 'public', 'network', 'draft']],
  ])('are those that %s may read, each once, the most urgent first', async (_name, actor, slugs) => {
    const { total, counts, recommendations } = await previous('third', actor);
    expect(recommendations.map(({ slug }) => slug).sort()).toEqual([...slugs].sort());
    expect(recommendations[0]!.slug).toBe('late');
    expect(total).toBe(slugs.length);
    expect(counts).toEqual([
      ['unaddressed', slugs.length - 1],
      ['late', 1],
    ]);
  });

  it('name the editions that shared them, those to come left out', async () => {
    const { recommendations } = await previous('third');
    expect(
      recommendations.map(({ slug, editions }) => [slug, editions.map((row) => row.slug).sort()]),
    ).toEqual([
      ['late', ['first', 'second']],
      ['public', ['first']],
    ]);
  });

  it('are all counted where few are told, and known to the page that tells them', async () => {
    const reads = new Reads();
    const told = await readPrevious(reads.follow(db.reader), anonymous, await around('third', anonymous), 1);
    expect([told.total, told.recommendations.map(({ slug }) => slug)]).toEqual([2, ['late']]);
    expect([...reads.touches]).toEqual(expect.arrayContaining([recommendations.get('public')]));
  });

  it('come with the commitments that serve them, those that the reader may read', async () => {
    const of = async (actor: Actor) => {
      const full = await readPreviousInFull(db.reader, actor, await around('third', actor), 10);
      return full.recommendations.map(({ slug, commitments }) => [
        slug,
        commitments.map((row) => row.reference),
      ]);
    };
    expect(await of(anonymous)).toEqual([
      ['late', ['C-public']],
      ['public', []],
    ]);
    expect((await of(administrator))[0]).toEqual(['late', ['C-draft', 'C-public']]);
  });
});

describe('in a paper', () => {
  const blocks = async (slug: string, most = 10) => {
    overwriteGetLocale(() => 'fr');
    const full = await readPreviousInFull(db.reader, anonymous, await around(slug, anonymous), most);
    return previousBlocks(full, { publicUrl: 'https://indimaj.example', day });
  };

  it('they stand with their day, their states and what serves them', async () => {
    const all = await blocks('third');
    expect(all[0]).toMatchObject({
      text: [{ text: 'État au 3 mai 2027 · Sans destinataire\u00A0: 1 · En retard\u00A0: 1' }],
    });
    expect(all[1]).toMatchObject({ kind: 'table', rows: { length: 2 } });
    const said = JSON.stringify(all);
    expect(said).toContain('C-public');
    expect(said).toContain('aucun rapport validé');
    expect(said).not.toContain('C-draft');
    expect(await blocks('third')).toEqual(all);
  });

  it('say how many of them are told, and where the others are', async () => {
    const all = await blocks('third', 1);
    expect(all[1]).toMatchObject({ rows: { length: 1 } });
    const [part, list] = all.slice(2);
    expect(part).toMatchObject({ tone: 'soft', text: [{ text: expect.stringMatching(/^Les 1 .* sur 2 /) }] });
    expect(list).toMatchObject({
      kind: 'list',
      items: [
        [
          { href: 'https://indimaj.example/fr/recommendations?workshop=second&sort=status' },
          { text: ' · 1' },
        ],
        [{ href: 'https://indimaj.example/fr/recommendations?workshop=first&sort=status' }, { text: ' · 2' }],
      ],
    });
  });

  it('open with a summary where they are many, which leads to an annex with all of them', async () => {
    overwriteGetLocale(() => 'fr');
    const full = await readPreviousInFull(db.reader, anonymous, await around('third', anonymous), 10);
    const [late, open] = full.recommendations as [Told, Told];
    type Told = (typeof full.recommendations)[number];
    const many = (row: Told, count: number) =>
      Array.from({ length: count }, (_, at): Told => ({ ...row, reference: `${row.reference}-${at + 1}` }));
    const long = {
      ...full,
      total: 32,
      counts: [
        ['unaddressed', 20],
        ['late', 12],
      ] as typeof full.counts,
      recommendations: [...many(late, 12), ...many(open, 20)],
    };
    const setting = { publicUrl: 'https://indimaj.example', day };
    const [asOf, table, annex, title, list, part, ...further] = previousBlocks(long, setting);
    expect(asOf).toMatchObject({ tone: 'lead', text: [{ text: 'État au 3 mai 2027' }] });
    const cells = (table as Block & { kind: 'table' }).rows.map((row) => row.map(([cell]) => cell![0]!.text));
    expect(cells).toEqual([
      ['Sans destinataire', '20'],
      ['En retard', '12'],
      ['Ensemble', '32'],
    ]);
    expect(title).toMatchObject({ kind: 'heading', level: 2, text: [{ text: 'En retard\u00A0: 12' }] });
    expect(list).toMatchObject({ kind: 'list', items: { length: 6 } });
    expect(part).toMatchObject({ text: [{ text: 'Les 6 plus pressantes sur 12.' }] });
    expect(annex).toMatchObject({ text: [{}, { to: PREVIOUS_ANNEX }] });
    // What presses on the page presses here.
    expect(further).toMatchObject([
      { kind: 'heading', level: 2, text: [{ text: 'Sans destinataire\u00A0: 20' }] },
      { kind: 'list', items: { length: 6 } },
      { text: [{ text: 'Les 6 plus pressantes sur 20.' }] },
    ]);
    const [, whole, ...rest] = previousAnnex(long, setting);
    expect([whole, rest]).toMatchObject([{ kind: 'table', rows: { length: 32 } }, []]);
    // Few stand where the paper opens, and nowhere else.
    expect(previousAnnex(full, setting)).toEqual([]);
  });

  it('there is a sentence where none was left, and nothing where no edition was before', async () => {
    overwriteGetLocale(() => 'fr');
    const begun = {
      ...(await around('alone', anonymous)),
      previous: (await around('bare', anonymous)).workshop,
    };
    const full = await readPreviousInFull(db.reader, anonymous, begun, 10);
    const [asOf, none] = previousBlocks(full, { publicUrl: '', day });
    expect(asOf).toMatchObject({ text: [{ text: 'État au 3 mai 2027' }] });
    expect(none).toMatchObject({ text: [{ text: expect.stringContaining('aucune recommandation') }] });
    expect(await blocks('first')).toEqual([]);
  });
});
