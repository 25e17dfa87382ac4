import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, testEngine, type TestDatabase } from './testing.ts';

describe.runIf(testEngine === 'postgres')('a PostgreSQL server that drops connections', () => {
  let db: TestDatabase;
  beforeEach(async () => (db = await openTestDatabase()));
  afterEach(() => db.close());

  const dropOthers = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(db.reader);
  const write = (key: string) =>
    db.transaction((tx) => tx.insertInto('settings').values({ key, value: '' }).execute());

  it('fails the transaction under way and serves the next', async () => {
    const failed = db.transaction(async (tx) => {
      await tx.insertInto('settings').values({ key: 'lost', value: '' }).execute();
      await dropOthers();
      await tx.insertInto('settings').values({ key: 'later', value: '' }).execute();
    });
    await expect(failed).rejects.toThrow();
    await write('next');
    const rows = await db.reader.selectFrom('settings').select('key').execute();
    expect(rows).toEqual([{ key: 'next' }]);
  });

  it('is listened to again after the listening connection is lost', async () => {
    let found = () => {};
    const called = new Promise<void>((resolve) => (found = resolve));
    const stop = db.watch(async () => {
      const rows = await db.reader
        .selectFrom('settings')
        .select('key')
        .execute()
        .catch(() => []);
      if (rows.length > 0) found();
    });
    await dropOthers();
    await write('heard');
    await called;
    stop();
  });

  it('frees a name that was held by the lost connection', async () => {
    const held = db.exclusively('work', async () => {
      await dropOthers();
      return 'done';
    });
    await held.catch(() => undefined);
    // The server ends a connection in its own time, and the name with it.
    await expect.poll(() => db.exclusively('work', async () => 'free')).toBe('free');
  });
});
