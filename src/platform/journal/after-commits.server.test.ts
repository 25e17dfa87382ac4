import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { afterCommits } from './after-commits.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

const commit = () => db.transaction((tx) => tx.deleteFrom('journal_cursors').execute());

it('runs one round at a time, and one more for all that came meanwhile', async () => {
  let underWay = 0;
  let most = 0;
  let rounds = 0;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const stop = afterCommits(
    db,
    async () => {
      most = Math.max(most, (underWay += 1));
      rounds += 1;
      if (rounds === 1) await held;
      underWay -= 1;
    },
    () => expect.unreachable(),
  );
  await commit();
  await commit();
  expect(rounds).toBe(1);
  letGo();
  await expect.poll(() => rounds).toBeGreaterThanOrEqual(2);
  await stop();
  const last = rounds;
  await commit();
  expect([rounds, most, last <= 3]).toEqual([last, 1, true]);
});

it('tells a round that failed, and runs again after the next commit', async () => {
  const told: unknown[] = [];
  let rounds = 0;
  const stop = afterCommits(
    db,
    async () => {
      rounds += 1;
      if (rounds === 1) throw new Error('the line is cut');
    },
    (error) => told.push(error),
  );
  await expect.poll(() => told.length).toBe(1);
  await commit();
  await expect.poll(() => rounds).toBeGreaterThan(1);
  await stop();
  expect(told.map(String)).toEqual(['Error: the line is cut']);
});
