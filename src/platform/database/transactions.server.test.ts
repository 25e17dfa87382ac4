import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startModule } from '../testing/child.ts';
import type { Source } from './database.ts';
import { openTestDatabase, testEngine, type TestDatabase } from './testing.ts';

let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const put = (to: Source, key: string, value = '') =>
  to.insertInto('settings').values({ key, value }).execute();
const keys = async () => {
  const rows = await db.reader.selectFrom('settings').select('key').orderBy('key').execute();
  return rows.map((row) => row.key);
};

/** A promise and the function that settles it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('transactions', () => {
  it('show a reader nothing before they commit, and do not make it wait', async () => {
    const written = gate();
    const commit = gate();
    const transaction = db.transaction(async (tx) => {
      await put(tx, 'a');
      written.open();
      await commit.opened;
    });
    await written.opened;
    expect(await keys()).toEqual([]);
    commit.open();
    await transaction;
    expect(await keys()).toEqual(['a']);
  });

  it('roll everything back on a throw, and leave the next one untouched', async () => {
    const failed = db.transaction(async (tx) => {
      await put(tx, 'a');
      throw new Error('second thoughts');
    });
    await expect(failed).rejects.toThrow('second thoughts');
    await db.transaction((tx) => put(tx, 'b'));
    expect(await keys()).toEqual(['b']);
  });

  it.skipIf(testEngine !== 'sqlite')(
    'tell a full disk as such, leave nothing, and go on once there is room',
    async () => {
      await db.script('pragma max_page_count = 1');
      const tooMuch = db.transaction(async (tx) => {
        await put(tx, 'a');
        await put(tx, 'b', 'x'.repeat(100_000));
      });
      await expect(tooMuch).rejects.toMatchObject({ code: 'ERR_SQLITE_ERROR', errcode: 13 });
      expect(await keys()).toEqual([]);
      await db.script('pragma max_page_count = 100000');
      await db.transaction((tx) => put(tx, 'c', 'x'.repeat(100_000)));
      expect(await keys()).toEqual(['c']);
    },
  );

  it('lose no update when many add to one value at once', async () => {
    await db.transaction((tx) => put(tx, 'count', '0'));
    const increment = () =>
      db.transaction(async (tx) => {
        const row = await tx
          .selectFrom('settings')
          .select('value')
          .where('key', '=', 'count')
          .$if(db.engine === 'postgres', (query) => query.forUpdate())
          .executeTakeFirstOrThrow();
        await tx
          .updateTable('settings')
          .set({ value: String(Number(row.value) + 1) })
          .execute();
      });
    await Promise.all(Array.from({ length: 30 }, increment));
    const row = await db.reader.selectFrom('settings').select('value').executeTakeFirstOrThrow();
    expect(row.value).toBe('30');
  });

  it.runIf(testEngine === 'sqlite')('are serialised: no two overlap (SQLite)', async () => {
    const order: string[] = [];
    const one = (name: string) =>
      db.transaction(async (tx) => {
        order.push(`${name} begins`);
        await put(tx, name);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`${name} ends`);
      });
    await Promise.all([one('a'), one('b')]);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('wait for the writer of another process instead of failing', async () => {
    const child = startModule(
      `import { openDatabase } from '#platform/database/open.ts';
       const db = openDatabase(input);
       await db.transaction(async (tx) => {
         await tx.insertInto('settings').values({ key: 'k', value: 'child' }).execute();
         console.log('written');
         await new Promise((resolve) => process.stdin.once('data', resolve));
       });
       await db.close();
       process.exit();`,
      db.location,
    );
    await child.line();
    const ours = db.transaction((tx) =>
      tx
        .insertInto('settings')
        .values({ key: 'k', value: 'parent' })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: 'parent' }))
        .execute(),
    );
    child.say('commit');
    await ours;
    expect((await child.ended).code).toBe(0);
    const row = await db.reader.selectFrom('settings').select('value').executeTakeFirstOrThrow();
    expect(row.value).toBe('parent');
  });

  it('keep foreign keys', async () => {
    const orphan = db.transaction((tx) =>
      tx
        .insertInto('figures')
        .values({
          id: '01990000-0000-7000-8000-000000000001',
          version: 1,
          created_at: '',
          updated_at: '',
          territory_id: 'nowhere',
          measure: 'population',
          value: 1,
          as_of: '2024',
          source_id: 'nothing',
        })
        .execute(),
    );
    await expect(orphan).rejects.toThrow(/foreign key/i);
  });
});
