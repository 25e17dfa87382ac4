import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startModule } from '../testing/child.ts';
import { DatabaseInUse, holdDatabase } from './database-lock.ts';
import { openTestDatabase, testEngine, type TestDatabase } from './testing.ts';

describe.runIf(testEngine === 'postgres')('the hold on a PostgreSQL database', () => {
  let db: TestDatabase;
  let url: string;
  beforeEach(async () => {
    db = await openTestDatabase({ migrated: false });
    url = db.location.databaseUrl!;
  });
  afterEach(() => db.close());

  const isFree = async () => {
    try {
      await (
        await holdDatabase(url, 'alone')
      )();
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(DatabaseInUse);
      return false;
    }
  };

  it('is shared by servers, and keeps a restore out until the last has gone', async () => {
    const first = await holdDatabase(url, 'shared');
    const second = await holdDatabase(url, 'shared');
    await first();
    expect(await isFree()).toBe(false);
    await second();
    expect(await isFree()).toBe(true);
  });

  it('keeps servers out while a restore goes on', async () => {
    const alone = await holdDatabase(url, 'alone');
    await expect(holdDatabase(url, 'shared')).rejects.toThrow(DatabaseInUse);
    await alone();
    await (
      await holdDatabase(url, 'shared')
    )();
  });

  it('ends with a process that is killed', async () => {
    const child = startModule(
      `import { holdDatabase } from '#platform/database/database-lock.ts';
       await holdDatabase(input.url, 'shared');
       console.log('held');`,
      { url },
    );
    await child.line();
    expect(await isFree()).toBe(false);
    child.process.kill('SIGKILL');
    await child.ended;
    await expect.poll(isFree, { timeout: 10_000 }).toBe(true);
  });

  it('is taken again when its connection is lost', async () => {
    const letGo = await holdDatabase(url, 'shared');
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(db.reader);
    const held = async () => !(await isFree());
    await expect.poll(held, { timeout: 10_000 }).toBe(true);
    await letGo();
    expect(await isFree()).toBe(true);
  });
});
