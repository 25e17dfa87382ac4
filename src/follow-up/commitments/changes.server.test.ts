import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLink } from '#network/links/changes.server.ts';
import { References } from '#network/references/queries.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { listPublicPages } from '#publication/sitemap/queries.server.ts';
import { anonymous, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord, updateRecord } from '#platform/records/records.server.ts';
import { reservedSlugs } from '#platform/text/slug.ts';
import { administrator, holding, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { commitmentsOfOrganisation } from '../commitment-extents/queries.server.ts';
import { createCommitment, deleteCommitment, updateCommitment } from './changes.server.ts';
import { commitmentsOf, countCommitments, listCommitments, readCommitment } from './queries.server.ts';
import type { CommitmentInput } from './schema.ts';
import { statusOn } from './model.ts';

const clock = () => new Date('2027-03-12T08:00:00Z');
let db: TestDatabase;
let references: References;
let lead: string;
let other: string;
let recommendation: string;
let point: Actor;
let slugs = 0;
beforeAll(async () => {
  db = await openTestDatabase();
  references = await References.of(db);
  [lead, other] = [await organisationNamed(db, 'lead'), await organisationNamed(db, 'other')];
  point = holding({ role: 'focal-point', scope: 'organisation', on: lead });
  const asked = { slug: 'r', reference: 'R-1', title: inFrench('R') };
  recommendation = done(await createRecommendation(db, administrator, asked)).id;
});
afterAll(() => db.close());
beforeEach(() => void (slugs += 1));

const input = (more: Partial<CommitmentInput> = {}): CommitmentInput => ({
  slug: `c-${slugs}-${String(more.visibility ?? 'draft')}`,
  title: inFrench('Un guichet'),
  deliverable: inFrench('Un guichet ouvert'),
  kind: 'service',
  organisationId: lead,
  ...more,
});
const create = async (more: Partial<CommitmentInput> = {}, actor = point) =>
  done(await createCommitment(db, actor, input(more), clock)).id;
const row = (id: string) =>
  db.reader.selectFrom('commitments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
/** How the recommendation stands. */
const standing = async () =>
  (
    await db.reader
      .selectFrom('recommendations')
      .select('status')
      .where('id', '=', recommendation)
      .executeTakeFirstOrThrow()
  ).status;
const update = async (id: string, more: Partial<CommitmentInput>, actor: Actor = point) => {
  const { version, slug } = await row(id);
  return updateCommitment(db, actor, { ...input(more), slug, id, version }, clock);
};

describe('a commitment', () => {
  it('is given the next reference of the year, or has its own, which no other has', async () => {
    const [first, second] = [await create({ slug: 'one' }), await create({ slug: 'two' })];
    const numberOf = async (id: string) => Number(/^C-2027-(\d+)$/.exec((await row(id)).reference)?.[1]);
    expect((await numberOf(second)) - (await numberOf(first))).toBe(1);
    const reference = 'RSK-1';
    await create({ slug: 'three', reference });
    expect(await createCommitment(db, point, input({ slug: 'four', reference }), clock)).toEqual({
      ok: false,
      reason: 'platform_refused_taken',
      field: 'reference',
    });
  });

  it('says what is wrong with its input beside each field, and writes nothing', async () => {
    const before = await countCommitments(db.reader, administrator);
    const wrong = {
      ...input({ dueOn: '2027-13-01' }),
      title: { original: 'fr' as const },
      kind: 'gift' as never,
    };
    const outcome = await createCommitment(db, point, wrong, clock);
    expect(outcome).toMatchObject({ ok: false });
    expect(!outcome.ok && outcome.problems?.map(({ field }) => field).sort()).toEqual([
      'dueOn',
      'kind',
      'title',
    ]);
    const turned = input({ startsOn: '2027-05-01', dueOn: '2027-04-01' });
    expect(await createCommitment(db, point, turned, clock)).toMatchObject({
      reason: 'platform_problem_end_before_start',
      field: 'dueOn',
    });
    expect(await countCommitments(db.reader, administrator)).toBe(before);
  });

  it('keeps the deadline that others have read, whatever is done to it, until an extension', async () => {
    const id = await create({ dueOn: '2027-06-01' });
    done(await update(id, { dueOn: '2027-09-01' }));
    expect(await row(id)).toMatchObject({ due_on: '2027-09-01', first_due_on: null });
    done(await update(id, { dueOn: '2027-08-01', visibility: 'network' }));
    expect(await row(id)).toMatchObject({ due_on: '2027-08-01', first_due_on: '2027-08-01' });
    const moved = { ok: false, reason: 'follow_up_problem_due_moved', field: 'dueOn' };
    expect(await update(id, { dueOn: '2027-08-02', visibility: 'network' })).toEqual(moved);
    expect(await update(id, { visibility: 'network' })).toEqual(moved);
    expect(await update(id, { dueOn: '2028-01-01', visibility: 'draft' }, administrator)).toEqual(moved);
    done(await update(id, { dueOn: '2027-07-01', visibility: 'public' }));
    expect(await row(id)).toMatchObject({ due_on: '2027-07-01', first_due_on: '2027-08-01' });
  });

  it('once it was read by more people is taken back only by who keeps the register', async () => {
    const id = await create({ visibility: 'public' });
    const narrowed = { ok: false, reason: 'follow_up_problem_narrowed', field: 'visibility' };
    expect(await update(id, { visibility: 'network' })).toEqual(narrowed);
    expect(await update(id, {})).toEqual(narrowed);
    expect((await row(id)).visibility).toBe('public');
    done(await update(id, {}, administrator));
    expect((await row(id)).visibility).toBe('draft');
  });

  it('is made in the name of institutions that the actor speaks for only, then and later', async () => {
    const refused = { ok: false, reason: 'platform_refused_not_allowed' };
    expect(await createCommitment(db, point, input({ organisationId: other }), clock)).toEqual(refused);
    const id = await create();
    expect(await update(id, { organisationId: other })).toEqual(refused);
    const elsewhere = holding({ role: 'focal-point', scope: 'organisation', on: other });
    expect(await update(id, { organisationId: other }, elsewhere)).toEqual(refused);
    expect((await row(id)).organisation_id).toBe(lead);
  });

  it('that two people change at once is refused to the second', async () => {
    const id = await create();
    const { version, slug } = await row(id);
    const mine = { ...input({ dueOn: '2027-06-01' }), slug, id, version };
    done(await updateCommitment(db, point, mine, clock));
    const theirs = { ...input({ dueOn: '2027-07-01' }), slug, id, version };
    expect(await updateCommitment(db, point, theirs, clock)).toEqual({
      ok: false,
      reason: 'platform_refused_stale',
    });
    expect((await row(id)).due_on).toBe('2027-06-01');
  });

  it('is removed with its parts as a draft, and once published only by who keeps the register', async () => {
    const id = await create();
    const milestone = await db.transaction(async (tx) => {
      const texts = { title_fr: 'Étape', title_ar: null, title_en: null, title_original: 'fr' } as const;
      const step = { commitment_id: id, position: 1, ...texts, due_on: '2027-05-01', reached_on: null };
      return createRecord(tx, administrator, 'milestones', step);
    });
    const from = { kind: 'commitments', id };
    const to = { kind: 'recommendations', id: recommendation };
    done(await createLink(db, administrator, { from, relation: 'implements', to }));
    expect(await standing()).toBe('unaddressed');
    done(await update(id, { visibility: 'public' }));
    expect(await standing()).toBe('committed');
    const asked = { id, version: (await row(id)).version };
    expect(await deleteCommitment(db, point, asked, references)).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
    done(await deleteCommitment(db, administrator, asked, references));
    expect(await standing()).toBe('unaddressed');
    const left = db.reader.selectFrom('milestones').select('id').where('id', '=', milestone);
    expect(await left.executeTakeFirst()).toBeUndefined();
    expect(await readCommitment(db.reader, administrator, id)).toBeUndefined();
  });
});

it.each([
  ['not-started', null, '2027-03-12', 'not-started'],
  ['not-started', null, '2027-03-11', 'late'],
  ['in-progress', 'in-progress', null, 'in-progress'],
  ['in-progress', 'in-progress', '2027-03-11', 'late'],
  ['completed', 'completed', '2027-03-11', 'completed'],
  ['discontinued', 'discontinued', '2027-03-11', 'discontinued'],
] as const)(
  'a commitment that is %s by its report (%s), due on %s, is %s',
  (_name, reported, due_on, status) => {
    expect(statusOn({ due_on }, reported, '2027-03-12')).toBe(status);
  },
);

/*
 * One of each visibility, tied to everything that lists commitments: whatever leaks shows in one of the lists.
 */
describe('who reads a commitment', () => {
  let world: TestDatabase;
  let institution: string;
  let partner: string;
  let territory: string;
  let asked: string;
  const readers: Record<string, () => Actor> = {
    anyone: () => anonymous,
    'a member of another': () => holding({ role: 'member', scope: 'organisation', on: other }),
    'a focal point of another': () => holding({ role: 'focal-point', scope: 'organisation', on: other }),
    'a member of the lead': () => holding({ role: 'member', scope: 'organisation', on: institution }),
    'its focal point': () => holding({ role: 'focal-point', scope: 'organisation', on: institution }),
    'its validator': () => holding({ role: 'validator', scope: 'organisation', on: institution }),
    'a party’s alternate': () => holding({ role: 'alternate', scope: 'organisation', on: partner }),
    'a party’s reader': () => holding({ role: 'reader', scope: 'organisation', on: partner }),
    'the coordinator of the territory': () =>
      holding({ role: 'coordinator', scope: 'territory', on: territory }),
    administrator: () => administrator,
  };
  beforeAll(async () => {
    world = await openTestDatabase();
    [institution, partner] = [
      await organisationNamed(world, 'institution'),
      await organisationNamed(world, 'partner'),
    ];
    const place = { slug: 't', level: 'region', code: 'MA-01', name: inFrench('T') } as const;
    territory = done(await createTerritory(world, administrator, place)).id;
    asked = done(
      await createRecommendation(world, administrator, { slug: 'r', reference: 'R', title: inFrench('R') }),
    ).id;
    for (const visibility of ['draft', 'network', 'public'] as const) {
      const values = { ...input({ visibility, organisationId: institution }), slug: visibility };
      const { id } = done(await createCommitment(world, administrator, values, clock));
      const from = { kind: 'commitments', id };
      for (const [relation, kind, to] of [
        ['implements', 'recommendations', asked],
        ['concerns', 'territories', territory],
      ] as const)
        done(await createLink(world, administrator, { from, relation, to: { kind, id: to } }));
      await world.transaction(async (tx) => {
        const nothing = { contribution_fr: null, contribution_ar: null, contribution_en: null };
        const joined = { commitment_id: id, organisation_id: partner, position: 1, ...nothing };
        await createRecord(tx, administrator, 'commitment_parties', {
          ...joined,
          contribution_original: 'fr',
        });
      });
    }
  });
  afterAll(() => world.close());

  const all = ['draft', 'network', 'public'];
  const open = ['network', 'public'];
  it.each([
    ['anyone', ['public']],
    ['a member of another', open],
    ['a focal point of another', open],
    ['a member of the lead', open],
    ['its focal point', all],
    ['its validator', all],
    ['a party’s alternate', all],
    ['a party’s reader', open],
    ['the coordinator of the territory', all],
    ['administrator', all],
  ])('%s reads %j, in every list and count', async (name, expected) => {
    const actor = readers[name]!();
    const named = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug).sort();
    const reader = world.reader;
    const listed = await listCommitments(reader, actor, { offset: 0, limit: 50 });
    expect(named(listed)).toEqual(expected);
    expect(await countCommitments(reader, actor)).toBe(expected.length);
    expect(named(await commitmentsOf(reader, actor, [asked]))).toEqual(expected);
    for (const id of [institution, partner])
      expect(named(await commitmentsOfOrganisation(reader, actor, id, 50))).toEqual(expected);
    const { pages } = await listPublicPages(reader, actor, clock());
    const places = pages
      .flatMap(({ address }) => /^\/commitments\/(.+)$/.exec(address)?.[1] ?? [])
      .filter((place) => !reservedSlugs.includes(place));
    expect(places.sort()).toEqual(expected);
    const ids = await reader.selectFrom('commitments').select(['id', 'slug']).execute();
    for (const { id, slug } of ids)
      expect(Boolean(await readCommitment(reader, actor, id)), slug).toBe(expected.includes(slug));
  });

  it('is asked again once it is published', async () => {
    const { id } = await world.reader
      .selectFrom('commitments')
      .select('id')
      .where('slug', '=', 'draft')
      .executeTakeFirstOrThrow();
    await world.transaction((tx) =>
      updateRecord(tx, administrator, 'commitments', id, { visibility: 'public' }),
    );
    expect(await countCommitments(world.reader, anonymous)).toBe(2);
    await world.transaction((tx) =>
      updateRecord(tx, administrator, 'commitments', id, { visibility: 'draft' }),
    );
    expect(await countCommitments(world.reader, anonymous)).toBe(1);
  });
});
