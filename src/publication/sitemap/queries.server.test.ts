import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '../../../demo/load.ts';
import type { WorkshopStatus } from '#events/workshops/model.ts';
import { anonymous, systemActor } from '#platform/actor/actor.ts';
import { Reads } from '#platform/cache/reads.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { resolveAddress, updateRecord } from '#platform/records/records.server.ts';
import { listPublicPages } from './queries.server.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await loadDemonstration(db);
});
afterAll(() => db.close());

const at = new Date('2026-03-01T12:00:00Z');
const addresses = async (now = at) =>
  (await listPublicPages(db.reader, anonymous, now)).pages.map(({ address }) => address);

/** The workshop of Rabat comes to another status. */
async function becomes(status: WorkshopStatus): Promise<void> {
  const id = await resolveAddress(db.reader, 'workshops', 'rabat-2018');
  await db.transaction((tx) => updateRecord(tx, systemActor('test'), 'workshops', id!, { status }));
}

describe('the pages of the sitemap', () => {
  it('depend on every kind of record that has a page', async () => {
    const reads = new Reads();
    await listPublicPages(reads.follow(db.reader), anonymous, at);
    expect([...reads.tables].sort()).toEqual([
      'commitments',
      'concepts',
      'debates',
      'initiatives',
      'organisations',
      'people',
      'press_notes',
      'recommendations',
      'reports',
      'series',
      'territories',
      'workshops',
    ]);
  });

  it('are those of the concepts that have one, and no page twice', async () => {
    const found = await addresses();
    expect(new Set(found).size).toBe(found.length);
    const concepts = await db.reader.selectFrom('concepts').select(['scheme', 'slug']).execute();
    for (const { scheme, slug } of concepts)
      expect([
        slug,
        found.some((address) => /^\/(axes|goals)\//.test(address) && address.endsWith(`/${slug}`)),
      ]).toEqual([slug, scheme === 'axis' || scheme === 'sdg']);
  });

  it('have the proceedings of a meeting from the end of its last day on', async () => {
    const address = '/workshops/rabat-2018/proceedings';
    const lastMinute = new Date('2018-04-11T22:59:00Z');
    expect(await addresses(lastMinute)).not.toContain(address);
    const { changesAt } = await listPublicPages(db.reader, anonymous, lastMinute);
    expect(changesAt).toEqual(new Date('2018-04-11T23:00:00Z'));
    expect(await addresses(changesAt!)).toContain(address);
  });

  it('leave out a workshop that is not yet for everyone', async () => {
    const before = await addresses();
    expect(before).toContain('/workshops/rabat-2018');
    await becomes('draft');
    expect(await addresses()).toEqual(
      before.filter((address) => !address.startsWith('/workshops/rabat-2018')),
    );
  });
});
