import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#platform/actor/actor.ts';
import { listTurningLate } from '#follow-up/commitment-status/queries.server.ts';
import { refreshCommitment } from '#follow-up/commitment-status/changes.server.ts';
import { refreshRecommendations } from '#follow-up/status/changes.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { loadDemonstration } from '../../demo/load.ts';
import { fillFollowUp } from './fill.ts';

const day = '2026-11-27';
const clock = () => new Date(`${day}T12:00:00.000Z`);
const tester = systemActor('test');
let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await loadDemonstration(db);
  await fillFollowUp(db, { recommendations: 40, commitments: 3, reports: 3 }, day);
});
afterAll(() => db.close());

const ids = async (kind: 'recommendations' | 'commitments') =>
  (await db.reader.selectFrom(kind).select('id').where('slug', 'like', 'bench-%').execute()).map(
    ({ id }) => id,
  );

describe('a long history', () => {
  it('stands as the changes would have left it: nothing is to be brought up to date', async () => {
    const recommendations = await ids('recommendations');
    expect(recommendations).toHaveLength(40);
    expect(await listTurningLate(db.reader, day)).toEqual([]);
    const before = await last();
    await db.transaction(async (tx) => {
      for (const id of await ids('commitments')) await refreshCommitment(tx, tester, id, clock);
      expect(await refreshRecommendations(tx, tester, recommendations, clock)).toEqual([]);
    });
    expect(await last()).toBe(before);
  });

  it('has a journal entry for every record, as it stands', async () => {
    for (const kind of ['recommendations', 'commitments', 'reports'] as const) {
      const rows = await db.reader.selectFrom(kind).selectAll().where('version', '=', 1).execute();
      const entries = await db.reader.selectFrom('journal').selectAll().where('kind', '=', kind).execute();
      const after = new Map(entries.map((entry) => [entry.record_id, JSON.parse(entry.after!) as object]));
      for (const row of rows) expect(after.get(row.id)).toMatchObject({ id: row.id });
      expect(rows.length).toBeGreaterThan(30);
    }
  });
});

async function last(): Promise<number> {
  const { number } = await db.reader
    .selectFrom('journal')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirstOrThrow();
  return number;
}
