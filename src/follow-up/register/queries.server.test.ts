import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLink } from '#network/links/changes.server.ts';
import type { RecordRef, Relation } from '#network/links/model.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { createConcept } from '#network/taxonomy/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { anonymous, NETWORK, type Actor } from '#platform/actor/actor.ts';
import { Reads } from '#platform/cache/reads.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { administrator, holding, inFrench, workshopNamed } from '../../../tests/support/workshops.ts';
import { readOutlook } from '../commitment-outlooks/queries.server.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { addImplementation } from '../implementations/changes.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { refreshRecommendations } from '../status/changes.server.ts';
import { visibilities } from '#network/visibility/model.ts';
import { readChoices } from '../view-choices/queries.server.ts';
import { registerCsv, registerJson, registerXlsx } from './exports.server.ts';
import type { Register } from './model.ts';
import { askedOf, countAsked, listAskedIds, readAskedPart } from './queries.server.ts';

/*
 * Two regions. In each, for every visibility, a recommendation to its council, shared at a workshop of that visibility's
 * name, and a commitment that serves it: whatever could leak stands there.
 */
let db: TestDatabase;
const clock = () => new Date('2026-11-27T10:00:00Z');
const slugs = new Map<string, string>();
const organisations: Record<string, string> = {};

beforeAll(async () => {
  db = await openTestDatabase();
  const goal = { slug: 'goal', scheme: 'sdg', code: '1', name: inFrench('But') } as const;
  const concept = done(await createConcept(db, administrator, goal)).id;
  for (const [place, code, dueOn] of [
    ['nord', 'MA-01', '2026-12-15'],
    ['sud', 'MA-02', '2026-01-15'],
  ] as const) {
    const region = { slug: place, level: 'region', code, name: inFrench(place) } as const;
    const territory = done(await createTerritory(db, administrator, region)).id;
    for (const visibility of visibilities) {
      const named = `${place}-${visibility}`;
      const council = { slug: `conseil-${named}`, type: 'regional-council', level: 'regional' } as const;
      const organisation = done(
        await createOrganisation(db, administrator, {
          ...council,
          name: inFrench(`Conseil ${named}`),
          territoryId: visibility === 'public' ? territory : undefined,
        }),
      ).id;
      organisations[named] = organisation;
      const workshop = await workshopNamed(db, `atelier-${named}`, {
        status: visibility === 'public' ? 'published' : 'draft',
      });
      const input = {
        slug: named,
        reference: named,
        title: inFrench(named),
        visibility,
        priority: '1',
      } as const;
      const { id } = done(await createRecommendation(db, administrator, input, clock));
      slugs.set(id, named);
      await tie('recommendations', id, 'shared-at', { kind: 'workshops', id: workshop });
      await tie('recommendations', id, 'concerns', { kind: 'territories', id: territory });
      await tie('recommendations', id, 'serves', { kind: 'concepts', id: concept });
      await tie('recommendations', id, 'addressed-to', { kind: 'organisations', id: organisation });
      const commitment = done(
        await createCommitment(
          db,
          administrator,
          {
            slug: `c-${named}`,
            reference: `c-${named}`,
            title: inFrench(`=${named}`),
            deliverable: inFrench('Un guichet'),
            kind: place === 'nord' ? 'service' : 'policy',
            organisationId: organisation,
            dueOn,
            visibility,
          },
          clock,
        ),
      ).id;
      slugs.set(commitment, `c-${named}`);
      done(await addImplementation(db, administrator, { commitmentId: commitment, reference: named }, clock));
    }
  }
});
afterAll(() => db.close());

async function tie(kind: 'recommendations', id: string, relation: Relation, to: RecordRef): Promise<void> {
  done(await createLink(db, administrator, { from: { kind, id }, relation, to }));
}

const asking = (actor: Actor, register: Register, query = '') =>
  askedOf(db.reader, actor, { register, query: new URLSearchParams(query), today: '2026-11-27' });

async function found(actor: Actor, register: Register, query = ''): Promise<string[]> {
  const asked = await asking(actor, register, query);
  expect(asked.problems).toEqual([]);
  const ids = await listAskedIds(db.reader, actor, asked);
  const counted = await countAsked(db.reader, actor, asked);
  expect(counted.total).toBe(ids.length);
  const paged = await Promise.all(
    ids.map((_, offset) => listAskedIds(db.reader, actor, asked, { offset, limit: 1 })),
  );
  expect(paged.flat()).toEqual(ids);
  const part = await readAskedPart(db.reader, actor, asked, { offset: 1, limit: 1 });
  expect(part).toEqual({ counted: { ...counted, statuses: expect.anything() }, ids: ids.slice(1, 2) });
  expect(new Set(part.counted.statuses)).toEqual(new Set(counted.statuses));
  return ids.map((id) => slugs.get(id)!);
}

const reader = holding({ role: 'reader', scope: 'network', on: NETWORK });

describe('a register', () => {
  it.each([
    ['', ['nord-public', 'sud-public']],
    ['territory=nord', ['nord-public']],
    ['institution=conseil-sud-public', ['sud-public']],
    ['serves=goal&territory=sud', ['sud-public']],
    ['workshop=atelier-nord-public', ['nord-public']],
    ['status=late', ['sud-public']],
    ['due=late', ['sud-public']],
    ['due=quarter', ['nord-public']],
    ['due=month', []],
    ['due=none', []],
    ['from=2026-12-15&to=2026-12-15', ['nord-public']],
    ['priority=1&sort=priority', ['nord-public', 'sud-public']],
    ['priority=none', []],
    ['sort=status', ['sud-public', 'nord-public']],
    ['sort=due', ['sud-public', 'nord-public']],
    ['q=NORD', ['nord-public']],
    ['q=sud-public', ['sud-public']],
    ['q=public&territory=sud&sort=due', ['sud-public']],
    ['q=brouillon', []],
  ])('of recommendations holds for anyone %j', async (query, slugs) =>
    expect(await found(anonymous, 'recommendations', query)).toEqual(slugs),
  );

  it.each([
    ['', ['c-sud-public', 'c-nord-public']],
    ['territory=nord', ['c-nord-public']],
    ['institution=conseil-nord-public', ['c-nord-public']],
    ['institution=conseil-nord-public&part=party', []],
    ['institution=conseil-nord-public&part=funder', []],
    ['recommendation=sud-public', ['c-sud-public']],
    ['status=not-started', ['c-nord-public']],
    ['status=open&territory=nord', ['c-nord-public']],
    ['kind=policy', ['c-sud-public']],
    ['due=none', []],
    ['due=quarter&kind=service&territory=nord', ['c-nord-public']],
    ['q=guichets', ['c-sud-public', 'c-nord-public']],
    ['q=guichets&status=late', ['c-sud-public']],
    ['q=guichets nord', ['c-nord-public']],
  ])('of commitments holds for anyone %j', async (query, slugs) =>
    expect(await found(anonymous, 'commitments', query)).toEqual(slugs),
  );

  it('holds for others what they may read, and tells its statuses by that alone', async () => {
    expect(await found(reader, 'recommendations', 'territory=sud')).toEqual(['sud-network', 'sud-public']);
    expect(await found(reader, 'recommendations', 'q=sud')).toEqual(['sud-network', 'sud-public']);
    expect(await found(administrator, 'recommendations', 'q=draft')).toHaveLength(2);
    expect(await found(reader, 'recommendations', 'q=draft')).toEqual([]);
    expect(await found(administrator, 'commitments', 'kind=policy')).toHaveLength(3);
    const speaker = holding({ role: 'focal-point', scope: 'organisation', on: organisations['sud-draft']! });
    expect(await found(speaker, 'commitments', 'institution=conseil-sud-draft')).toEqual(['c-sud-draft']);
    const counted = await countAsked(db.reader, anonymous, await asking(anonymous, 'commitments'));
    expect(new Map(counted.statuses.map(({ status, count }) => [status, count]))).toEqual(
      new Map([
        ['late', 1],
        ['not-started', 1],
      ]),
    );
  });

  it('answers of what may not be read as of what isn’t there', async () => {
    const problems = async (query: string) => (await asking(anonymous, 'commitments', query)).problems;
    const hidden = await problems('recommendation=nord-draft');
    expect(hidden).toEqual([{ name: 'recommendation', value: 'nord-draft', reason: 'unknown-value' }]);
    expect(await problems('recommendation=nothing')).toEqual([{ ...hidden[0], value: 'nothing' }]);
    const { problems: ofWorkshop } = await asking(
      anonymous,
      'recommendations',
      'workshop=atelier-nord-draft',
    );
    expect(ofWorkshop).toHaveLength(1);
  });

  it('offers only what leads to something that may be read', async () => {
    for (const register of ['recommendations', 'commitments'] as const) {
      const { institutions } = await readChoices(db.reader, anonymous, register);
      expect(institutions.map(({ slug }) => slug).sort()).toEqual([
        'conseil-nord-public',
        'conseil-sud-public',
      ]);
    }
    const { workshops } = await readChoices(db.reader, reader, 'recommendations');
    expect(workshops.map(({ slug }) => slug).sort()).toEqual(['atelier-nord-public', 'atelier-sud-public']);
  });

  it.each(['', 'territory=nord', 'territory=sud', 'institution=conseil-nord-public'])(
    'finds as many commitments for %j as an outlook counts, and in their order',
    async (query) => {
      for (const actor of [anonymous, reader, administrator]) {
        const asked = await asking(actor, 'commitments', query);
        const { named, within } = asked;
        const extent = { within, ...(named.institution && { institution: named.institution }) };
        const outlook = await readOutlook(db.reader, actor, extent, 3);
        const all = await found(actor, 'commitments', query);
        expect(outlook.total).toBe(all.length);
        for (const { status, count } of outlook.counts)
          expect(
            await found(actor, 'commitments', [query, `status=${status}`].filter(Boolean).join('&')),
          ).toHaveLength(count);
        // Those of the south are late.
        expect(outlook.next.map(({ slug }) => slug)).toEqual(all.filter((slug) => slug.startsWith('c-nord')));
      }
    },
  );

  it('is counted for a territory by pages that know who may commit next', async () => {
    const reads = new Reads();
    const { within } = await asking(anonymous, 'commitments', 'territory=nord');
    await readOutlook(reads.follow(db.reader), anonymous, { within }, 0);
    expect([...reads.touches].sort()).toEqual([...within, organisations['nord-public']!].sort());
    expect([...reads.tables]).toEqual([]);
  });

  it('goes out as it is read, nothing in it a formula', async () => {
    const asked = await asking(anonymous, 'commitments', 'territory=sud');
    const origin = { db: db.reader, actor: anonymous, asked, publicUrl: 'https://indimaj.example' };
    const csv = (await Array.fromAsync(registerCsv(origin))).join('');
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv.match(/\ufeff/g)).toHaveLength(1);
    expect(csv).toContain("'=sud-public");
    expect(csv).toContain('2026-01-15');
    const told = await Array.fromAsync(registerJson(origin, clock()));
    const { records, view } = JSON.parse(told.join(''));
    expect(view).toEqual({ territory: 'sud' });
    expect(records.map(({ reference }: { reference: string }) => reference)).toEqual(['c-sud-public']);
    expect(records[0].implements).toEqual(['https://indimaj.example/recommendations/sud-public']);
    const network = await asking(reader, 'recommendations', 'territory=sud');
    const all = { ...origin, actor: reader, asked: network };
    expect((await Array.fromAsync(registerJson(all, clock()))).join('')).not.toMatch(/draft/);
    const forAnyone = JSON.stringify([csv, told]) + (await textOf(registerXlsx(origin, clock())));
    expect(forAnyone).not.toMatch(/draft|network/);
  });
});

it('says that a recommendation is due as the first of its open public commitments is', async () => {
  const due = async () => {
    const rows = await db.reader.selectFrom('recommendations').select(['slug', 'due_on']).execute();
    return new Map(rows.map(({ slug, due_on }) => [slug, due_on]));
  };
  const added = async (visibility: 'public' | 'network', dueOn: string) => {
    const input = {
      slug: `earlier-${visibility}`,
      reference: `earlier-${visibility}`,
      title: inFrench('Plus tôt'),
      deliverable: inFrench('Un guichet'),
      kind: 'service',
      organisationId: organisations['nord-public']!,
      dueOn,
      visibility,
    } as const;
    const { id } = done(await createCommitment(db, administrator, input, clock));
    const served = { commitmentId: id, reference: 'nord-public' };
    done(await addImplementation(db, administrator, served, clock));
    return id;
  };
  expect(await due()).toEqual(
    new Map([
      ['nord-public', '2026-12-15'],
      ['sud-public', '2026-01-15'],
      ...['nord-draft', 'nord-network', 'sud-draft', 'sud-network'].map((slug) => [slug, null] as const),
    ]),
  );
  await added('network', '2026-12-01');
  expect((await due()).get('nord-public')).toBe('2026-12-15');
  const id = await added('public', '2026-12-02');
  expect((await due()).get('nord-public')).toBe('2026-12-02');
  await db.transaction(async (tx) => {
    await updateRecord(tx, administrator, 'commitments', id, { status: 'completed' });
    const { id: served } = await tx
      .selectFrom('recommendations')
      .select('id')
      .where('slug', '=', 'nord-public')
      .executeTakeFirstOrThrow();
    expect(await refreshRecommendations(tx, administrator, [served], clock)).toHaveLength(1);
  });
  expect((await due()).get('nord-public')).toBe('2026-12-15');
});

it('has nothing without a day in any period', async () => {
  const input = {
    slug: 'undated',
    reference: 'undated',
    title: inFrench('Sans jour'),
    deliverable: inFrench('Un guichet'),
    kind: 'service',
    organisationId: organisations['sud-public']!,
    visibility: 'public',
  } as const;
  const { id } = done(await createCommitment(db, administrator, input, clock));
  const { slug, reference, title, visibility } = input;
  const asked = { slug, reference, title, visibility };
  const recommendation = done(await createRecommendation(db, administrator, asked, clock)).id;
  slugs.set(id, 'c-undated').set(recommendation, 'undated');
  expect(await found(anonymous, 'commitments', 'due=none')).toEqual(['c-undated']);
  expect(await found(anonymous, 'recommendations', 'due=none')).toEqual(['undated']);
  await db.transaction((tx) => updateRecord(tx, administrator, 'commitments', id, { status: 'completed' }));
  expect(await found(anonymous, 'commitments', 'status=open')).not.toContain('c-undated');
  for (const query of ['from=0001-01-01', 'to=9999-12-31', 'from=0001-01-01&to=9999-12-31']) {
    expect(await found(anonymous, 'commitments', query)).not.toContain('c-undated');
    expect(await found(anonymous, 'recommendations', query)).not.toContain('undated');
  }
});

/** All texts of a workbook. */
async function textOf(parts: AsyncGenerator<Uint8Array>): Promise<string> {
  const { readXlsx } = await import('../../formats/xlsx/reader.ts');
  const { tables } = readXlsx(new Uint8Array(Buffer.concat(await Array.fromAsync(parts))));
  expect(tables[0]!.rows).toHaveLength(2);
  return JSON.stringify(tables);
}
