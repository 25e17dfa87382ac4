import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startModule } from '../testing/child.ts';
import { describeTables } from './describe.ts';
import { migrate, migrationsFor, SchemaMismatch, type Migration } from './migrate.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

const step = (name: string, sql: string): Migration => ({ name, sql, checksum: `sum of ${sql}` });
const first = step('0001-first', 'create table first (id text primary key);');
const second = step(
  '0002-second',
  'create table second (id text primary key);\ncreate index second_id on second (id);',
);

let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase({ migrated: false })));
afterEach(() => db.close());

const tableNames = async () => (await describeTables(db.reader, db.engine)).map((table) => table.name);

describe('migrate', () => {
  it('applies what is pending, in order, once', async () => {
    expect(await migrate(db, [first])).toEqual(['0001-first']);
    expect(await migrate(db, [first, second])).toEqual(['0002-second']);
    expect(await migrate(db, [first, second])).toEqual([]);
    expect(await tableNames()).toEqual(['first', 'schema_migrations', 'second']);
  });

  it('applies the migrations of the project', async () => {
    const names = migrationsFor(db.engine).map((migration) => migration.name);
    expect(await migrate(db)).toEqual(names);
    expect(await migrate(db)).toEqual([]);
  });

  it('refuses a database that a newer version made', async () => {
    await migrate(db, [first, second]);
    const refusal = migrate(db, [first]);
    await expect(refusal).rejects.toThrow(SchemaMismatch);
    await expect(refusal).rejects.toMatchObject({ reason: 'newer', migration: '0002-second' });
  });

  it('refuses a step that was rewritten after it was applied, and changes nothing', async () => {
    await migrate(db, [first]);
    const rewritten = step('0001-first', 'create table other (id text primary key);');
    await expect(migrate(db, [rewritten, second])).rejects.toMatchObject({
      name: 'SchemaMismatch',
      reason: 'rewritten',
      migration: '0001-first',
    });
    expect(await tableNames()).toEqual(['first', 'schema_migrations']);
  });

  it('leaves nothing of a run that fails half-way', async () => {
    const broken = step(
      '0002-broken',
      'create table half (id text primary key);\ninsert into nowhere values (1);',
    );
    await expect(migrate(db, [first, broken])).rejects.toThrow(/nowhere/);
    expect(await tableNames()).toEqual([]);
    expect(await migrate(db, [first, second])).toEqual(['0001-first', '0002-second']);
  });

  it('is done by one of several processes that start at once', async () => {
    const children = [1, 2, 3].map(() =>
      startModule(
        `import { openDatabase } from '#platform/database/open.ts';
         import { migrate } from '#platform/database/migrate.ts';
         console.log('here');
         process.stdin.once('data', async () => {
           const db = openDatabase(input);
           console.log(JSON.stringify(await migrate(db)));
           await db.close();
           process.exit();
         });`,
        db.location,
      ),
    );
    for (const child of children) expect(await child.line()).toBe('here');
    for (const child of children) child.say('go');
    const applied = await Promise.all(children.map(async (child) => JSON.parse(await child.line())));
    const names = migrationsFor(db.engine).map((migration) => migration.name);
    expect(applied.toSorted((a, b) => a.length - b.length)).toEqual([[], [], names]);
    expect(await migrate(db)).toEqual([]);
  });
});
