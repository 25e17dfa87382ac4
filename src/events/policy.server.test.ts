import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import { openTestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { createConclusion } from './conclusions/changes.server.ts';
import { listConcluded } from './conclusions/queries.server.ts';
import { isReadable, publicStatuses } from './policy.ts';
import { createContribution, createItem } from './programme/changes.server.ts';
import { itemsPresenting, listContributionsOf } from './programme/queries.server.ts';
import { createSeries } from './series/changes.server.ts';
import { createWorkshop } from './workshops/changes.server.ts';
import { workshopStatuses } from './workshops/model.ts';
import {
  idsOfWorkshopsLinkedTo,
  listEditions,
  listPlaces,
  listWorkshops,
  readWorkshop,
  workshopsHeldIn,
  workshopsLinkedFrom,
  workshopsLinkedTo,
  workshopsOfInitiative,
} from './workshops/queries.server.ts';
import { createInitiative } from '#network/initiatives/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import type { Relation } from '#network/links/model.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';

const administrator = systemActor('test');
const text = (fr: string) => ({ fr, original: 'fr' as const });

let db: Database & { close(): Promise<void> };
let territoryId: string;
let seriesId: string;
let organisationId: string;
let partOf: string;
let presented: string;
const workshops: { id: string; status: (typeof workshopStatuses)[number] }[] = [];

beforeAll(async () => {
  db = await openTestDatabase();
  territoryId = done(
    await createTerritory(db, administrator, {
      slug: 'here',
      level: 'region',
      code: 'MA-01',
      name: text('Ici'),
    }),
  ).id;
  seriesId = done(await createSeries(db, administrator, { slug: 'series', name: text('Série') })).id;
  organisationId = done(
    await createOrganisation(db, administrator, {
      slug: 'o',
      type: 'other',
      level: 'local',
      name: text('O'),
    }),
  ).id;
  const initiative = async (slug: string) =>
    done(await createInitiative(db, administrator, { slug, name: text(slug) })).id;
  [partOf, presented] = [await initiative('part-of'), await initiative('presented')];
  for (const status of workshopStatuses) {
    const { id } = done(
      await createWorkshop(db, administrator, {
        slug: status,
        form: 'workshop',
        status,
        title: text(status),
        startsOn: '2026-11-24',
        endsOn: '2026-11-24',
        territoryId,
        seriesId,
      }),
    );
    const item = {
      workshopId: id,
      anchor: 'opening',
      position: 1,
      kind: 'opening' as const,
      title: text('Mots'),
    };
    const itemId = done(await createItem(db, administrator, item)).id;
    done(
      await createContribution(db, administrator, { itemId, position: 1, part: 'speaker', organisationId }),
    );
    type End = Parameters<typeof createLink>[2]['from'];
    const link = async (from: End, relation: Relation, to: End) =>
      done(await createLink(db, administrator, { from, relation, to }));
    const workshop = { kind: 'workshops', id };
    await link(workshop, 'organiser', { kind: 'organisations', id: organisationId });
    await link(workshop, 'part-of', { kind: 'initiatives', id: partOf });
    await link({ kind: 'programme_items', id: itemId }, 'presents', { kind: 'initiatives', id: presented });
    // Recommendations are a later capability's: here only the link that leads from one is needed.
    const shared = { from_kind: 'recommendations', from_id: presented, relation: 'shared-at' } as const;
    await db.transaction((tx) =>
      createRecord(tx, administrator, 'links', { ...shared, to_kind: 'workshops', to_id: id, position: 1 }),
    );
    const conclusion = { workshopId: id, position: 1, kind: 'will' as const, text: text(status) };
    done(await createConclusion(db, administrator, conclusion));
    workshops.push({ id, status });
  }
});
afterAll(() => db.close());

const reach = (id: string, status: (typeof workshopStatuses)[number]) => ({
  id,
  status,
  itemIds: [],
  organiserIds: [organisationId],
  territoryIds: [territoryId],
});

describe.each([
  ['anyone', anonymous],
  ['an administrator', administrator],
])('what %s may read', (_name, actor) => {
  const readable = () =>
    workshops
      .filter(({ id, status }) => isReadable(actor, reach(id, status)))
      .map(({ id }) => id)
      .sort();
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();

  it('is the same in every list as in the policy', async () => {
    expect(ids(await listWorkshops(db.reader, actor))).toEqual(readable());
    expect(ids(await listEditions(db.reader, actor, seriesId))).toEqual(readable());
    expect(ids(await listPlaces(db.reader, actor))).toEqual(readable());
    expect(ids(await workshopsHeldIn(db.reader, actor, territoryId))).toEqual(readable());
  });

  it('is the same one by one', async () => {
    const found = [];
    for (const { id } of workshops) if (await readWorkshop(db.reader, actor, id)) found.push(id);
    expect(found.sort()).toEqual(readable());
  });

  it('holds for whatever is linked to a workshop, in either direction', async () => {
    expect(ids(await workshopsLinkedTo(db.reader, actor, organisationId))).toEqual(readable());
    const organised = await idsOfWorkshopsLinkedTo(db.reader, actor, [organisationId], ['organiser']);
    expect(ids(organised)).toEqual(readable());
    expect(await workshopsLinkedTo(db.reader, actor, organisationId, ['funder'])).toEqual([]);
    const shared = await workshopsLinkedFrom(db.reader, actor, [presented], ['shared-at']);
    expect(ids(shared)).toEqual(readable());
    expect(await workshopsLinkedTo(db.reader, actor, [])).toEqual([]);
  });

  it('holds for an initiative: what is part of it and what presents it', async () => {
    expect(ids(await workshopsOfInitiative(db.reader, actor, partOf))).toEqual(readable());
    expect(ids(await workshopsOfInitiative(db.reader, actor, presented))).toEqual(readable());
    const items = await itemsPresenting(db.reader, actor, presented);
    expect(items.map((item) => item.workshop_id).sort()).toEqual(readable());
    expect(await itemsPresenting(db.reader, actor, partOf)).toEqual([]);
  });

  it('holds for what hangs from a workshop', async () => {
    const contributions = await listContributionsOf(db.reader, actor, 'organisation_id', organisationId);
    expect(contributions.map((row) => row.workshop_id).sort()).toEqual(readable());
    expect((await listConcluded(db.reader, actor)).sort()).toEqual(readable());
  });
});

it('a draft is kept from anyone: the data above could leak', () => {
  expect(publicStatuses).not.toContain('draft');
  expect(workshops.map(({ status }) => status)).toContain('draft');
});

it('nobody but an administrator writes', async () => {
  const input = {
    slug: 'x',
    form: 'workshop',
    status: 'draft',
    title: text('x'),
    startsOn: '2026',
    endsOn: '2026',
  } as const;
  expect(await createWorkshop(db, anonymous, input)).toEqual({
    ok: false,
    reason: 'platform_refused_not_allowed',
  });
});

it('says which field is wrong, and that an address is taken', async () => {
  const input = {
    slug: 'y',
    form: 'workshop',
    status: 'draft',
    title: text('y'),
    startsOn: '2026-02-30',
    endsOn: '2026',
  } as const;
  expect(await createWorkshop(db, administrator, input)).toEqual({
    ok: false,
    reason: 'platform_problem_not_a_date',
    field: 'startsOn',
  });
  const early = { ...input, startsOn: '2026-02-02', endsOn: '2026-02-01' };
  expect(await createWorkshop(db, administrator, early)).toEqual({
    ok: false,
    reason: 'platform_problem_end_before_start',
    field: 'endsOn',
  });
  const dated = (startsOn: string, endsOn: string) =>
    createWorkshop(db, administrator, { ...input, startsOn, endsOn });
  const year = { ok: false, reason: 'events_problem_year' };
  expect(await dated('1899', '2026')).toEqual({ ...year, field: 'startsOn' });
  expect(await dated('2026', '2201-01')).toEqual({ ...year, field: 'endsOn' });
  expect(await dated('2023-01-01', '2024-01-02')).toEqual({
    ok: false,
    reason: 'events_problem_too_many_days',
    field: 'endsOn',
  });
  const taken = { ...input, slug: 'draft', startsOn: '2026', endsOn: '2026' };
  expect(await createWorkshop(db, administrator, taken)).toMatchObject({
    ok: false,
    reason: 'platform_refused_taken',
  });
});
