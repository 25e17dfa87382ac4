import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#messages/runtime';
import { createLink } from '#network/links/changes.server.ts';
import type { RecordRef, Relation } from '#network/links/model.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import type { TerritoryLevel } from '#network/territories/model.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, inFrench } from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { addImplementation } from '../implementations/changes.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { createResponse } from '../responses/changes.server.ts';
import type { Visibility } from '#network/visibility/model.ts';
import { matrixCsv } from './exports.server.ts';
import { standingIn } from './model.ts';
import { readMatrix, regionsOf } from './queries.server.ts';

/* A country of two regions, the second with a province, each governed; recommendations that concern one, both or none. */
let db: TestDatabase;
const clock = () => new Date('2026-11-27T10:00:00Z');
const places: Record<string, string> = {};
const councils: Record<string, string> = {};
const recommendations: Record<string, string> = {};

async function place(slug: string, level: TerritoryLevel, code: string, parent?: string) {
  const input = { slug, level, code, name: inFrench(slug), parentId: parent && places[parent] };
  places[slug] = done(await createTerritory(db, administrator, input)).id;
}

async function govern(slug: string, type: 'regional-council' | 'local-authority', territory: string) {
  const level = type === 'regional-council' ? 'regional' : 'local';
  const input = { slug, type, level, name: inFrench(slug), territoryId: places[territory] } as const;
  councils[slug] = done(await createOrganisation(db, administrator, input)).id;
}

async function recommend(slug: string, ...ties: [Relation, RecordRef][]) {
  const input = { slug, reference: slug, title: inFrench(`Titre ${slug}`), visibility: 'public' } as const;
  const { id } = done(await createRecommendation(db, administrator, input, clock));
  recommendations[slug] = id;
  for (const [relation, to] of ties)
    done(await createLink(db, administrator, { from: { kind: 'recommendations', id }, relation, to }, true));
}

async function commit(serves: string, council: string, dueOn: string, visibility: Visibility = 'public') {
  const slug = `c-${serves}-${council}-${visibility}`;
  const input = {
    slug,
    reference: slug,
    title: inFrench(slug),
    deliverable: inFrench('Un guichet'),
    kind: 'service',
    organisationId: councils[council]!,
    dueOn,
    visibility,
  } as const;
  const { id } = done(await createCommitment(db, administrator, input, clock));
  done(await addImplementation(db, administrator, { commitmentId: id, reference: serves }, clock));
}

const at = (slug: string): RecordRef => ({ kind: 'territories', id: places[slug]! });
const council = (slug: string): RecordRef => ({ kind: 'organisations', id: councils[slug]! });

beforeAll(async () => {
  db = await openTestDatabase();
  await place('pays', 'country', 'MA');
  await place('nord', 'region', 'MA-01', 'pays');
  await place('sud', 'region', 'MA-02', 'pays');
  await place('oasis', 'province', 'MA-OAS', 'sud');
  await govern('conseil-nord', 'regional-council', 'nord');
  await govern('conseil-sud', 'regional-council', 'sud');
  await govern('commune-oasis', 'local-authority', 'oasis');

  await recommend('partout', ['concerns', at('pays')], ['addressed-to', council('conseil-nord')]);
  await recommend('au-sud', ['concerns', at('oasis')]);
  await recommend('nulle-part');
  await recommend('aux-deux', ['concerns', at('nord')], ['concerns', at('sud')]);
  await commit('aux-deux', 'conseil-nord', '2026-11-01');
  await commit('aux-deux', 'commune-oasis', '2027-11-01');
  await commit('nulle-part', 'conseil-sud', '2027-11-01', 'draft');
});
afterAll(() => db.close());

async function matrix() {
  const regions = await listTerritories(db.reader, 'region');
  const rows = await db.reader.selectFrom('recommendations').selectAll().orderBy('slug').execute();
  return { regions, rows: await readMatrix(db.reader, anonymous, rows, regions) };
}

const told = async () =>
  Object.fromEntries(
    (await matrix()).rows.map(({ recommendation, cells }) => [
      recommendation.slug,
      cells.map(({ status }) => status),
    ]),
  );

describe('the matrix', () => {
  it('says of each region how a recommendation stands there, by what is public', async () => {
    expect(await told()).toEqual({
      partout: ['unanswered', 'unaddressed'],
      'au-sud': [null, 'unaddressed'],
      'nulle-part': [null, null],
      'aux-deux': ['late', 'committed'],
    });
  });

  it('follows an answer in its own region only', async () => {
    const input = {
      recommendationId: recommendations['partout']!,
      organisationId: councils['conseil-nord']!,
      answer: 'accepted',
      respondedOn: '2026-11-20',
    } as const;
    done(await createResponse(db, administrator, input, clock));
    expect((await told())['partout']).toEqual(['accepted', 'unaddressed']);
  });

  it('leaves out regions that are not asked for', async () => {
    const { regions } = await matrix();
    expect(regionsOf(regions, [places['sud']!, places['oasis']!]).map(({ slug }) => slug)).toEqual(['sud']);
    expect(regionsOf(regions, [places['oasis']!])).toHaveLength(2);
  });

  it('is the same as a file', async () => {
    overwriteGetLocale(() => 'fr');
    const { regions, rows } = await matrix();
    const lines = matrixCsv({ regions, rows, publicUrl: 'https://reseau.example' }).split('\r\n');
    expect(lines.find((line) => line.startsWith('aux-deux'))).toBe(
      'aux-deux;Titre aux-deux;En retard;En retard;Engagement pris;https://reseau.example/fr/recommendations/aux-deux',
    );
    expect(lines.find((line) => line.startsWith('au-sud'))).toContain(';;Sans destinataire;');
  });
});

it('what has nothing to do with a region has no standing there', () => {
  const nothing = { isConcerned: false, isSucceeded: false, commitments: [], answers: [], silent: 0 };
  expect(standingIn(nothing)).toBeNull();
  expect(standingIn({ ...nothing, isConcerned: true })).toBe('unaddressed');
  expect(standingIn({ ...nothing, silent: 1 })).toBe('unanswered');
});
