import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startModule } from '../testing/child.ts';
import { openDatabase } from './open.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

/** Resolves at the first call after which `found` holds; the test's own limit of time ends it otherwise. */
function calledOnce(found: () => Promise<boolean>): Promise<void> {
  return new Promise((resolve, reject) => {
    let over = false;
    const stop = db.watch(async () => {
      try {
        if (!(await found()) || over) return;
        over = true;
        stop();
        resolve();
      } catch (error) {
        // A second call may still be looking when the test has ended and closed its database.
        if (!over) reject(error);
      }
    });
  });
}

const written = async (key: string) =>
  (await db.reader.selectFrom('settings').selectAll().where('key', '=', key).execute()).length === 1;

describe('watch', () => {
  it('calls after a commit of this process', async () => {
    const called = calledOnce(() => written('a'));
    await db.transaction((tx) => tx.insertInto('settings').values({ key: 'a', value: '' }).execute());
    await called;
  });

  it('calls after a commit of another connection or process', async () => {
    const called = calledOnce(() => written('b'));
    const other = openDatabase(db.location);
    await other.transaction((tx) => tx.insertInto('settings').values({ key: 'b', value: '' }).execute());
    await other.close();
    await called;

    const again = calledOnce(() => written('c'));
    const child = startModule(
      `import { openDatabase } from '#platform/database/open.ts';
       const db = openDatabase(input);
       await db.transaction((tx) => tx.insertInto('settings').values({ key: 'c', value: '' }).execute());
       await db.close();`,
      db.location,
    );
    expect((await child.ended).code).toBe(0);
    await again;
  });

  it('calls no more once it is stopped', async () => {
    let calls = 0;
    db.watch(() => (calls += 1))();
    const called = calledOnce(() => written('d'));
    await db.transaction((tx) => tx.insertInto('settings').values({ key: 'd', value: '' }).execute());
    await called;
    expect(calls).toBe(0);
  });
});
