import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLink, linkRecord, unlinkRecord } from '#network/links/changes.server.ts';
import { listLinksFrom } from '#network/links/queries.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { References } from '#network/references/queries.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import type { TerritoryLevel } from '#network/territories/model.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, holding, inFrench } from '../../../tests/support/workshops.ts';
import {
  createRecommendation,
  deleteRecommendation,
  recommendationLinks,
  updateRecommendation,
} from '../recommendations/changes.server.ts';
import { readRecommendation } from '../recommendations/queries.server.ts';
import { explain } from '../status/queries.server.ts';
import { createResponse, deleteResponse, updateResponse } from './changes.server.ts';
import { readAddressees, responseDuties } from './queries.server.ts';

const clock = () => new Date('2024-11-20T12:00:00Z');

let db: TestDatabase;
let references: References;
let region: string;
let council: string;
let association: string;
let id: string;
let count = 0;

beforeAll(async () => {
  db = await openTestDatabase();
  references = await References.of(db);
  const country = await territory('ma', 'country', 'MA');
  region = await territory('nord', 'region', 'MA-01', country);
  const commune = await territory('ville', 'province', 'MA-TNG', region);
  council = await organisation('council', 'regional-council', region);
  association = await organisation('association', 'association', region);
  await organisation('authority', 'local-authority', commune);
});
afterAll(() => db.close());
beforeEach(async () => {
  id = await recommend();
});

async function territory(slug: string, level: TerritoryLevel, code: string, parentId?: string) {
  return done(await createTerritory(db, administrator, { slug, level, code, name: inFrench(slug), parentId }))
    .id;
}

async function organisation(
  slug: string,
  type: 'regional-council' | 'association' | 'local-authority',
  at: string,
) {
  const input = { slug, type, level: 'regional', name: inFrench(slug), territoryId: at } as const;
  return done(await createOrganisation(db, administrator, input)).id;
}

async function recommend(levels: TerritoryLevel[] = []) {
  const named = `r-${(count += 1)}`;
  const input = { slug: named, reference: named, title: inFrench(named), addressedLevels: levels };
  return done(await createRecommendation(db, administrator, input, clock)).id;
}

const right = () => recommendationLinks(administrator, clock);
const address = async (toId: string) =>
  done(await linkRecord(db, administrator, { fromId: id, relation: 'addressed-to', toId }, right()));
const concern = async (toId: string) =>
  done(await linkRecord(db, administrator, { fromId: id, relation: 'concerns', toId }, right()));
const answer = (organisationId: string, more: object = {}) =>
  ({ recommendationId: id, organisationId, answer: 'accepted', respondedOn: '2024-11-19', ...more }) as const;
const reasons = inFrench('Faute de moyens');
const stands = async () => {
  const { status, status_since } = (await readRecommendation(db.reader, administrator, id))!;
  return [status, status_since];
};

describe('an answer', () => {
  it('moves the status from nobody to silence to accord, each on its day', async () => {
    expect(await stands()).toEqual(['unaddressed', null]);
    await address(council);
    expect(await stands()).toEqual(['unanswered', '2024-11-20']);
    const late = () => new Date('2024-11-24T23:30:00Z');
    const { id: response } = done(await createResponse(db, administrator, answer(council), late));
    // Midnight has passed in Rabat.
    expect(await stands()).toEqual(['accepted', '2024-11-25']);
    const rejected = { id: response, version: 1, ...answer(council, { answer: 'rejected', reasons }) };
    done(await updateResponse(db, administrator, rejected, clock));
    expect((await stands())[0]).toBe('rejected');
    done(await deleteResponse(db, administrator, { id: response, version: 2 }, references, clock));
    expect((await stands())[0]).toBe('unanswered');
    const [link] = await listLinksFrom(db.reader, id, ['addressed-to']);
    done(await unlinkRecord(db, administrator, { fromId: id, linkId: link!.id }, right()));
    expect((await stands())[0]).toBe('unaddressed');
  });

  it('is rejected by all only, and silence is no rejection', async () => {
    await address(council);
    await address(association);
    done(await createResponse(db, administrator, answer(council, { answer: 'rejected', reasons }), clock));
    expect((await stands())[0]).toBe('unanswered');
    const row = (await readRecommendation(db.reader, administrator, id))!;
    const { number, addressees } = await explain(db.reader, row);
    expect(number).toBe(9);
    expect(
      addressees.organisations.map(({ organisation: { slug }, response }) => [slug, response?.position]),
    ).toEqual([
      ['council', 'rejected'],
      ['association', undefined],
    ]);
    done(
      await createResponse(db, administrator, answer(association, { answer: 'rejected', reasons }), clock),
    );
    expect((await stands())[0]).toBe('rejected');
  });

  it('is given once, by an addressee, with reasons unless it accepts, and not for tomorrow', async () => {
    expect(await createResponse(db, administrator, answer(council), clock)).toEqual({
      ok: false,
      reason: 'follow_up_problem_not_addressed',
      field: 'organisationId',
    });
    await address(council);
    for (const position of ['rejected', 'accepted-in-part'])
      expect(
        await createResponse(db, administrator, answer(council, { answer: position }), clock),
      ).toMatchObject({
        reason: 'platform_problem_required',
        field: 'reasons',
      });
    expect(
      await createResponse(db, administrator, answer(council, { respondedOn: '2024-11-21' }), clock),
    ).toMatchObject({ reason: 'follow_up_problem_date_ahead', field: 'respondedOn' });
    expect((await stands())[0]).toBe('unanswered');
    done(await createResponse(db, administrator, answer(council), clock));
    expect(await createResponse(db, administrator, answer(council), clock)).toMatchObject({
      reason: 'platform_refused_taken',
      field: 'organisationId',
    });
  });

  it('is one where two give it at once', async () => {
    await address(council);
    const both = await Promise.all(
      [1, 2].map(() => createResponse(db, administrator, answer(council), clock)),
    );
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  it('is given for one’s own institution, of a recommendation that one reads', async () => {
    await address(council);
    const own = holding({ role: 'focal-point', scope: 'territory', on: region });
    const other = holding({ role: 'focal-point', scope: 'organisation', on: association });
    const refusal = { ok: false, reason: 'platform_refused_not_allowed' };
    expect(await createResponse(db, other, answer(council), clock)).toEqual(refusal);
    const hide = (visibility: 'draft' | 'network', version: number) => {
      const values = { slug: `r-${count}`, reference: `r-${count}`, title: inFrench('R'), visibility };
      return updateRecommendation(db, administrator, { ...values, id, version });
    };
    const version = async () => (await readRecommendation(db.reader, administrator, id))!.version;
    done(await hide('draft', await version()));
    expect(await createResponse(db, own, answer(council), clock)).toEqual(refusal);
    done(await hide('network', await version()));
    expect((await createResponse(db, own, answer(council), clock)).ok).toBe(true);
  });
});

describe('a level', () => {
  it('asks who governs what is concerned, and stays silent where nobody is named', async () => {
    id = await recommend(['region', 'commune']);
    const of = async () => (await readAddressees(db.reader, [id])).get(id)!;
    expect(await of()).toMatchObject({ organisations: [], unnamed: ['region', 'commune'] });
    expect((await stands())[0]).toBe('unanswered');
    await concern(region);
    const { organisations, unnamed } = await of();
    expect(organisations.map(({ organisation: { slug } }) => slug)).toEqual(['council']);
    expect(unnamed).toEqual(['commune']);
    expect((await createResponse(db, administrator, answer(association), clock)).ok).toBe(false);
    done(await createResponse(db, administrator, answer(council, { answer: 'rejected', reasons }), clock));
    // The communes have not answered, whoever they are.
    expect((await stands())[0]).toBe('unanswered');
  });

  it('reaches down to what lies within', async () => {
    id = await recommend(['province']);
    await concern(region);
    const { organisations } = (await readAddressees(db.reader, [id])).get(id)!;
    expect(organisations.map(({ organisation: { slug } }) => slug)).toEqual(['authority']);
  });

  it('goes with its recommendation, an answer holds it', async () => {
    id = await recommend(['region']);
    const remove = async () => {
      const { version } = (await readRecommendation(db.reader, administrator, id))!;
      return deleteRecommendation(db, administrator, { id, version }, references);
    };
    await concern(region);
    const { id: response } = done(await createResponse(db, administrator, answer(council), clock));
    expect(await remove()).toMatchObject({ ok: false, reason: 'network_removal_refused' });
    done(await deleteResponse(db, administrator, { id: response, version: 1 }, references, clock));
    expect((await remove()).ok).toBe(true);
    expect(
      await db.reader
        .selectFrom('addressed_levels')
        .select('id')
        .where('recommendation_id', '=', id)
        .execute(),
    ).toEqual([]);
  });
});

describe('what waits for an answer', () => {
  const focal = () => holding({ role: 'focal-point', scope: 'organisation', on: council });
  const owed = async (actor = focal()) =>
    (await responseDuties(db.reader, actor)).flatMap(({ href }) =>
      href.includes(`/r-${count}/`) ? [href] : [],
    );

  it('is owed by who answers for an addressee, named or of a level, until it has answered', async () => {
    const href = [`/recommendations/r-${count}/answers`];
    expect(await owed()).toEqual([]);
    await address(council);
    expect(await owed()).toEqual(href);
    expect(await owed(holding({ role: 'alternate', scope: 'territory', on: region }))).toEqual(href);
    expect(await owed(holding({ role: 'member', scope: 'organisation', on: council }))).toEqual([]);
    expect(await owed(holding({ role: 'focal-point', scope: 'organisation', on: association }))).toEqual([]);
    done(await createResponse(db, administrator, answer(council), clock));
    expect(await owed()).toEqual([]);
    id = await recommend(['region']);
    expect(await owed()).toEqual([]);
    await concern(region);
    expect(await owed()).toEqual([`/recommendations/r-${count}/answers`]);
  });

  it('is no duty of who keeps the register, nor of a draft', async () => {
    await address(council);
    expect(await owed(administrator)).toEqual([]);
    const { version } = (await readRecommendation(db.reader, administrator, id))!;
    const values = { slug: `r-${count}`, reference: `r-${count}`, title: inFrench('R'), id, version };
    done(await updateRecommendation(db, administrator, { ...values, visibility: 'draft' }));
    expect(await owed()).toEqual([]);
  });
});

it('a link that is made elsewhere is told apart from one that asks for an answer', async () => {
  const from = { kind: 'recommendations' as const, id };
  const to = { kind: 'organisations' as const, id: council };
  done(await createLink(db, administrator, { from, relation: 'proposing-organisation', to }));
  expect((await readAddressees(db.reader, [id])).get(id)!.organisations).toEqual([]);
});
