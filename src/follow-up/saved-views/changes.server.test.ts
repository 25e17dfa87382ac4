import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, type Actor } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { newId } from '#platform/records/uuid.ts';
import { viewQuery } from '../register/model.ts';
import { removeView, renameView, savedViewsHolder, saveView } from './changes.server.ts';
import { MOST_SAVED } from './model.ts';
import { listSavedViews } from './queries.server.ts';

let db: TestDatabase;
const now = '2026-11-27T12:00:00.000Z';
const clock = () => new Date(now);
const [one, other]: [Actor, Actor] = [
  { id: newId(), grants: [] },
  { id: newId(), grants: [] },
];
beforeAll(async () => {
  db = await openTestDatabase();
  await db.transaction(async (tx) => {
    for (const { id } of [one, other])
      await tx
        .insertInto('accounts' as never)
        .values({ id, created_at: now, updated_at: now, personal_name: 'a', personal_email: id } as never)
        .execute();
  });
});
afterAll(() => db.close());

const late = { register: 'commitments', query: 'status=late&territory=oriental', name: ' Retards ' } as const;
const save = (actor: Actor, input: Parameters<typeof saveView>[2]) => saveView(db, actor, input, clock);
const listed = async (actor: Actor) =>
  (await listSavedViews(db.reader, actor)).map(({ register, name, query }) => [register, name, query]);

it('is kept under a name, in the one way there is to say it, for its account alone', async () => {
  done(await save(one, late));
  done(await save(one, { ...late, register: 'recommendations' }));
  done(await save(other, late));
  const query = 'territory=oriental&status=late';
  expect(await listed(one)).toEqual([
    ['commitments', 'Retards', query],
    ['recommendations', 'Retards', query],
  ]);
  expect(await listed(other)).toEqual([['commitments', 'Retards', query]]);
  expect(await listSavedViews(db.reader, one, 'recommendations')).toHaveLength(1);
  expect((await save(anonymous, late)).ok).toBe(false);
});

it('keeps the longest search that a register takes, in Arabic', async () => {
  const query = viewQuery({ q: 'شباك موحد '.repeat(20).trim() });
  expect(query.length).toBeGreaterThan(1_000);
  const { id } = done(await save(other, { ...late, name: 'شباك', query }));
  expect(await listed(other)).toContainEqual(['commitments', 'شباك', query]);
  done(await removeView(db, other, { id }));
});

it.each([
  [late, 'follow_up_problem_view_named', 'name'],
  [{ ...late, name: '  ' }, 'platform_problem_required', 'name'],
  [{ ...late, name: 'x'.repeat(81) }, 'platform_problem_too_long', 'name'],
  [{ ...late, name: 'n', query: 'colour=red' }, 'follow_up_problem_view_unknown', undefined],
])('is refused with a reason: %j', async (input, reason, field) => {
  const outcome = await save(one, input);
  expect(outcome.ok).toBe(false);
  if (!outcome.ok) {
    const [first] = outcome.problems ?? [outcome];
    expect([first!.reason, first!.field]).toEqual([reason, field]);
  }
});

it('is renamed and removed by its account, and by nobody else', async () => {
  const { id } = done(await save(one, { ...late, name: 'Vue' }));
  expect((await renameView(db, other, { id, name: 'Prise' })).ok).toBe(false);
  done(await removeView(db, other, { id }));
  expect((await renameView(db, one, { id, name: 'Retards' })).ok).toBe(false);
  done(await renameView(db, one, { id, name: 'Vue' }));
  done(await renameView(db, one, { id, name: 'Autre' }));
  expect(await listed(one)).toContainEqual(['commitments', 'Autre', 'territory=oriental&status=late']);
  done(await removeView(db, one, { id }));
  done(await removeView(db, one, { id }));
  expect(await listed(one)).toHaveLength(2);
});

it('is told and erased with its account, and with no other', async () => {
  const person = { accountId: one.id, name: 'a', address: 'a@indimaj.example' };
  expect(await savedViewsHolder.export(db.reader, person)).toEqual([
    {
      name: 'views',
      rows: ['commitments', 'recommendations'].map((register) => ({
        name: 'Retards',
        address: `/${register}?territory=oriental&status=late`,
        created: now,
      })),
    },
  ]);
  await db.transaction((tx) => savedViewsHolder.erase(tx, person, { actor: one, clock }));
  expect([await listed(one), await listed(other)].map(({ length }) => length)).toEqual([0, 1]);
});

it('is one of so many at most', async () => {
  for (let at = 0; at < MOST_SAVED; at += 1) done(await save(one, { ...late, name: `${at}` }));
  expect(await save(one, { ...late, name: 'more' })).toMatchObject({
    reason: 'follow_up_problem_views_many',
  });
  done(await save(one, { ...late, register: 'recommendations', name: 'more' }));
});
