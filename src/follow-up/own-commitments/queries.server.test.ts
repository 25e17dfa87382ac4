import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { twoRegions } from '../../../tests/support/two-regions.ts';
import { administrator } from '../../../tests/support/workshops.ts';
import { listOwnCommitments } from './queries.server.ts';

let db: TestDatabase;
let regions: Awaited<ReturnType<typeof twoRegions>>;
beforeAll(async () => {
  db = await openTestDatabase();
  regions = await twoRegions(db, () => new Date('2027-05-03T10:00:00Z'));
});
afterAll(() => db.close());

const own = async (name: string) => {
  const rows = await listOwnCommitments(db.reader, await regions.as(name), 10);
  return rows.map(({ slug }) => slug.replace(/-\d+$/, ''));
};

it.each([
  ['who speaks for an institution that leads', 'point', ['engagement']],
  ['their alternate', 'deputy', ['engagement']],
  ['who speaks for one that takes part', 'partner', ['engagement']],
  ['who speaks for its territory', 'regional', ['engagement']],
  ['who speaks for the territory of one that takes part in a draft', 'elsewhere', ['autre']],
  ['who speaks for another', 'stranger', ['autre']],
  ['who decides reports', 'validator', []],
  ['who keeps the register', 'coordinator', []],
])('offers to report on their own commitments to %s', async (_who, name, slugs) => {
  expect(await own(name)).toEqual(slugs);
});

it('leaves out what is settled', async () => {
  const { id } = await db.reader
    .selectFrom('commitments')
    .select('id')
    .where('slug', 'like', 'engagement-%')
    .executeTakeFirstOrThrow();
  await db.transaction((tx) => updateRecord(tx, administrator, 'commitments', id, { status: 'completed' }));
  expect(await own('point')).toEqual([]);
});
