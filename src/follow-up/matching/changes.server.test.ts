import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, holding, inFrench, organisationNamed } from '../../../tests/support/workshops.ts';
import { createCommitment } from '../commitments/changes.server.ts';
import { addImplementation, removeImplementation } from '../implementations/changes.server.ts';
import { createRecommendation } from '../recommendations/changes.server.ts';
import { leaveMatch, nameMatch } from './changes.server.ts';
import { readMatching } from './queries.server.ts';

let db: TestDatabase;
const ids: Record<string, string> = {};
const points: Record<string, Actor> = {};
beforeAll(async () => {
  db = await openTestDatabase();
  for (const name of ['a', 'b', 'c']) {
    const organisation = await organisationNamed(db, name);
    points[name] = holding({ role: 'focal-point', scope: 'organisation', on: organisation });
    for (const [reference, visibility] of [
      [name, 'public'],
      [`${name}-2`, 'draft'],
    ] as const) {
      const texts = { title: inFrench(reference), deliverable: inFrench(reference) };
      const values = { slug: reference, reference, visibility, organisationId: organisation, ...texts };
      const input = { ...values, kind: 'service' } as const;
      ids[reference] = done(await createCommitment(db, administrator, input)).id;
    }
  }
});
afterAll(() => db.close());

const row = (name: string) =>
  db.reader.selectFrom('commitments').selectAll().where('id', '=', ids[name]!).executeTakeFirstOrThrow();
const name = async (own: string, reference: string, actor = points[own[0]!]!) =>
  nameMatch(db, actor, { id: ids[own]!, version: (await row(own)).version, reference });
const seen = async (own: string, actor = anonymous) => {
  const { named, isAgreed, proposals } = await readMatching(db.reader, actor, await row(own));
  return [named?.reference ?? null, isAgreed, proposals.map(({ reference }) => reference)];
};

it('is proposed until both institutions name each other', async () => {
  done(await name('a', 'b'));
  expect(await seen('a')).toEqual(['b', false, []]);
  expect(await seen('b')).toEqual([null, false, ['a']]);
  done(await name('b', 'a'));
  expect(await seen('a')).toEqual(['b', true, []]);
  expect(await seen('b')).toEqual(['a', true, []]);
  expect(await name('c', 'a')).toMatchObject({ reason: 'follow_up_problem_matched_already' });
  done(await leaveMatch(db, points['b']!, { id: ids['b']!, version: (await row('b')).version }));
  expect(await seen('a')).toEqual(['b', false, []]);
});

it('joins no commitment with itself, its own institution, a third by turns, or what one may not read', async () => {
  expect(await name('a', 'a')).toMatchObject({ reason: 'follow_up_problem_matches_itself' });
  expect(await name('a', 'a-2')).toMatchObject({ reason: 'follow_up_problem_same_institution' });
  const unknown = { reason: 'follow_up_problem_no_commitment', field: 'reference' };
  expect(await name('a', 'b-2')).toMatchObject(unknown);
  expect(await name('a', 'nowhere')).toMatchObject(unknown);
  expect(await name('a', 'c', points['b'])).toMatchObject({ reason: 'platform_refused_not_allowed' });
  done(await name('a', 'b'));
  done(await name('b', 'c'));
  expect(await name('c', 'a')).toMatchObject({ reason: 'follow_up_problem_match_circle' });
  expect(await seen('c')).toEqual([null, false, ['b']]);
});

it('shows no draft of the other institution', async () => {
  done(await name('c-2', 'b', administrator));
  expect(await seen('b')).toEqual(['c', false, ['a']]);
  expect(await seen('b', points['c'])).toEqual(['c', false, ['a', 'c-2']]);
});

it('a commitment serves recommendations that its institution may read, each once, and their status follows', async () => {
  for (const visibility of ['public', 'draft'] as const) {
    const input = { slug: visibility, reference: visibility, title: inFrench(visibility), visibility };
    ids[visibility] = done(await createRecommendation(db, administrator, input)).id;
  }
  const serve = (reference: string, actor = points['a']!) =>
    addImplementation(db, actor, { commitmentId: ids['a']!, reference });
  expect(await serve('draft')).toMatchObject({
    reason: 'follow_up_problem_no_recommendation',
    field: 'reference',
  });
  expect(await serve('public', points['b'])).toMatchObject({ reason: 'platform_refused_not_allowed' });
  const { id: linkId } = done(await serve('public'));
  expect(await serve('public')).toMatchObject({ reason: 'platform_refused_taken', field: 'reference' });
  const status = async () =>
    (
      await db.reader
        .selectFrom('recommendations')
        .select('status')
        .where('id', '=', ids['public']!)
        .executeTakeFirstOrThrow()
    ).status;
  expect(await status()).toBe('committed');
  done(await removeImplementation(db, points['a']!, { commitmentId: ids['a']!, linkId }));
  expect(await status()).toBe('unaddressed');
});
