import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countAhead } from '#follow-up/chain/queries.server.ts';
import type { Visibility } from '#network/visibility/model.ts';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
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
  await fillFollowUp(db, { recommendations: 80, commitments: 5, reports: 2 }, day);
});
afterAll(() => db.close());

const ids = async (kind: 'recommendations' | 'commitments') =>
  (await db.reader.selectFrom(kind).select('id').where('slug', 'like', 'bench-%').execute()).map(
    ({ id }) => id,
  );

describe('a long history', () => {
  it('stands as the changes would have left it: nothing is to be brought up to date', async () => {
    const recommendations = await ids('recommendations');
    expect(recommendations).toHaveLength(80);
    expect(await listTurningLate(db.reader, day)).toEqual([]);
    const before = await last();
    await db.transaction(async (tx) => {
      for (const id of await ids('commitments')) await refreshCommitment(tx, tester, id, clock);
      expect(await refreshRecommendations(tx, tester, recommendations, clock)).toEqual([]);
    });
    expect(await last()).toBe(before);
  });

  it('is counted as far as each reader may read it', async () => {
    const member = { id: 'm', grants: [{ role: 'member', scope: 'organisation', on: 'o' }] } as const;
    const counts = await Promise.all([anonymous, member].map((actor) => countAhead(db.reader, actor)));
    for (const [index, shown] of [['public'], ['public', 'network']].entries()) {
      const answers = await db.reader
        .selectFrom('responses')
        .innerJoin('recommendations', 'recommendations.id', 'responses.recommendation_id')
        .select('responses.id')
        .where('visibility', 'in', shown as Visibility[])
        .execute();
      const reports = await db.reader
        .selectFrom('reports')
        .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
        .select('reports.id')
        .where('visibility', 'in', shown as Visibility[])
        .where('stage', 'in', ['validated', 'confirmed'])
        .execute();
      expect(counts[index]).toMatchObject({ answers: answers.length, reports: reports.length });
    }
    expect(counts[0]!.reports).toBeLessThan(counts[1]!.reports);
    expect(counts[0]!.answers).toBeLessThan(counts[1]!.answers);
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
