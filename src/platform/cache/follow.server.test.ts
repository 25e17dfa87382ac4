import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../actor/actor.ts';
import { openDatabase } from '../database/open.ts';
import { openTestDatabase, testEngine, type TestDatabase } from '../database/testing.ts';
import { silentLog } from '../log/log.ts';
import { createRecord, updateRecord } from '../records/records.server.ts';
import { conceptAt } from '../records/testing.ts';
import { followJournal, type CacheFollower } from './follow.ts';
import { PageCache } from './pages.ts';
import { Reads } from './reads.ts';

const actor = systemActor('test');
let db: TestDatabase;
let cache: PageCache;
let follower: CacheFollower | undefined;
beforeEach(async () => {
  db = await openTestDatabase();
  cache = new PageCache();
});
afterEach(async () => {
  await follower?.stop();
  await db.close();
});

const page = { status: 200, headers: {}, etag: 'x', bodies: { identity: Buffer.from('x') } };
const create = (slug: string) => db.transaction((tx) => createRecord(tx, actor, 'concepts', conceptAt(slug)));

/** Keeps a page under `key` that reads one record. */
async function keep(key: string, id: string) {
  const begun = cache.begin();
  const reads = new Reads();
  await reads.follow(db.reader).selectFrom('concepts').selectAll().where('id', '=', id).execute();
  expect(cache.put(key, page, reads, begun)).toBe(true);
}

describe('the page cache behind the journal', () => {
  it('is fresh once it has settled', async () => {
    const [a, b] = [await create('a'), await create('b')];
    follower = await followJournal(db, [cache], silentLog);
    await follower.settled();
    await keep('/a', a);
    await keep('/b', b);
    await db.transaction((tx) => updateRecord(tx, actor, 'concepts', a, { position: 2 }));
    await follower.settled();
    expect([cache.get('/a', 0), cache.get('/b', 0)]).toEqual([null, page]);
  });

  it('hears of a change made by another connection without being asked', async () => {
    const a = await create('a');
    follower = await followJournal(db, [cache], silentLog);
    await follower.settled();
    await keep('/a', a);
    const other = openDatabase(db.location);
    await other.transaction((tx) => updateRecord(tx, actor, 'concepts', a, { position: 2 }));
    await other.close();
    await expect.poll(() => cache.get('/a', 0), { timeout: 10_000 }).toBe(null);
  });

  it('empties itself and says so when the journal cannot be read', async () => {
    const a = await create('a');
    const errors: string[] = [];
    let broken = false;
    const reader = () => {
      if (broken) throw new Error('disk gone');
      return db.reader;
    };
    const failing = Object.defineProperty({ ...db }, 'reader', { get: reader });
    follower = await followJournal(failing, [cache], {
      ...silentLog,
      error: (message) => errors.push(message),
    });
    await follower.settled();
    await keep('/a', a);
    broken = true;
    await follower.settled();
    broken = false;
    expect(cache.get('/a', 0)).toBe(null);
    expect(new Set(errors)).toEqual(new Set(['page cache lost the journal']));
  });

  it.runIf(testEngine === 'postgres')(
    'misses no change that was under way when it started (PostgreSQL)',
    async () => {
      const a = await create('a');
      let commit = () => {};
      const committing = new Promise<void>((resolve) => (commit = resolve));
      let wrote = () => {};
      const written = new Promise<void>((resolve) => (wrote = resolve));
      const early = db.transaction(async (tx) => {
        await updateRecord(tx, actor, 'concepts', a, { position: 2 });
        wrote();
        await committing;
      });
      await written;
      await create('later');
      follower = await followJournal(db, [cache], silentLog);
      await keep('/a', a);
      commit();
      await early;
      await follower.settled();
      expect(cache.get('/a', 0)).toBe(null);
    },
  );
});
