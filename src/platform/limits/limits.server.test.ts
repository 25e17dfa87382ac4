import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../database/open.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { forgetLimits, withinLimit } from './limits.ts';

let db: TestDatabase;
beforeAll(async () => void (db = await openTestDatabase()));
afterAll(() => db.close());

const at = (second: number) => () => new Date(Date.UTC(2026, 10, 25, 12, 0, second));
const limit = { most: 3, seconds: 60 };

it('lets so many tries through in a span, then none until the span is over', async () => {
  const tries = [];
  for (const second of [0, 1, 2, 3, 59, 60, 61]) tries.push(await withinLimit(db, 'a', limit, at(second)));
  expect(tries).toEqual([true, true, true, false, false, true, true]);
});

it('counts apart what is tried under another key', async () => {
  for (let i = 0; i < 4; i += 1) await withinLimit(db, 'b', limit, at(0));
  expect(await withinLimit(db, 'c', limit, at(0))).toBe(true);
  expect(await withinLimit(db, 'b', limit, at(1))).toBe(false);
});

it('counts what is tried at once exactly', async () => {
  const tries = await Promise.all(Array.from({ length: 10 }, () => withinLimit(db, 'd', limit, at(0))));
  expect(tries.filter(Boolean)).toHaveLength(3);
});

it('holds across processes', async () => {
  const other = openDatabase(db.location);
  const tries = [];
  for (const node of [db, other, db, other]) tries.push(await withinLimit(node, 'f', limit, at(0)));
  await other.close();
  expect(tries).toEqual([true, true, true, false]);
});

it('forgets what is over', async () => {
  await withinLimit(db, 'e', limit, at(0));
  await forgetLimits(db, at(59));
  expect(await db.reader.selectFrom('limits').select('key').where('key', '=', 'e').execute()).toHaveLength(1);
  await forgetLimits(db, at(61));
  expect(await db.reader.selectFrom('limits').select('key').where('key', '=', 'e').execute()).toHaveLength(0);
});
