import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { systemActor } from '#platform/actor/actor.ts';
import { lastNumber } from '#platform/journal/read.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { openDatabase } from './open.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

/** Opens a database after another one was used so, and closed. */
async function after(use: (db: TestDatabase) => Promise<unknown>): Promise<TestDatabase> {
  const before = await openTestDatabase();
  await use(before);
  await before.close();
  return openTestDatabase();
}

const somebody = {
  slug: 'somebody',
  name_fr: 'Quelqu’un',
  name_ar: null,
  name_en: null,
  name_original: 'fr',
} as const;
const person = (db: TestDatabase) =>
  db.transaction((tx) => createRecord(tx, systemActor('test'), 'people', somebody));
const people = async (db: TestDatabase) =>
  (await db.reader.selectFrom('people').select('slug').execute()).length;

describe('a database opened for a test', () => {
  it('holds nothing of an earlier one, whose numbers it counts from the beginning', async () => {
    let counted = 0;
    const db = await after(async (earlier) => {
      await person(earlier);
      await person(earlier).catch(() => undefined);
      counted = await lastNumber(earlier);
      expect(await people(earlier)).toBe(1);
    });
    expect([await people(db), await lastNumber(db)]).toEqual([0, 0]);
    await person(db);
    expect([await people(db), await lastNumber(db)]).toEqual([1, counted]);
    await db.close();
  });

  it.each([
    ['a column', 'alter table people add column shoe_size text'],
    ['a table', 'create table shoes (id text primary key)'],
    ['an index', 'create index shoes on people (name_fr)'],
    ['a rewritten migration', `update schema_migrations set checksum = 'other'`],
  ])('has the schema of the migrations, where an earlier one got %s', async (_, script) => {
    const db = await after((earlier) => earlier.script(script));
    await expect(
      db.reader
        .selectFrom(sql`shoes`.as('shoes'))
        .selectAll()
        .execute(),
    ).rejects.toThrow();
    await expect(sql`select shoe_size from people`.execute(db.reader)).rejects.toThrow();
    const { rows } = await sql`select 1 from schema_migrations where checksum = 'other'`.execute(db.reader);
    expect(rows).toEqual([]);
    await expect(db.script('create index shoes on people (name_fr)')).resolves.toBeUndefined();
    await db.close();
  });

  it('is written by nobody who forgot to close an earlier one', async () => {
    let forgotten: ReturnType<typeof openDatabase> | undefined;
    const db = await after(async (earlier) => {
      forgotten = openDatabase(earlier.location);
      await forgotten.reader.selectFrom('people').select('slug').execute();
    });
    expect(await people(db)).toBe(0);
    await db.close();
    await forgotten?.close();
  });
});
