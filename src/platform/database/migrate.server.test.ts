import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startModule } from '../testing/child.ts';
import { describeTables } from './describe.ts';
import { migrate, migrationsFor, SchemaMismatch, type Migration } from './migrate.ts';
import { openTestDatabase, testEngine, type TestDatabase } from './testing.ts';

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

  describe.runIf(testEngine === 'sqlite')('on SQLite', () => {
    const family = step(
      '0001-family',
      `create table parents (id text primary key);
create table children (id text primary key, parent text not null references parents (id) on delete cascade);
insert into parents values ('p');
insert into children values ('c', 'p');`,
    );

    it('takes a trigger whole', async () => {
      const trigger = step(
        '0002-trigger',
        `create trigger kept after insert on children
begin
  update children set id = case id when 'new' then 'kept' else id
    end;
  insert or ignore into parents values ('seen');
end;
insert into parents values ('q');
insert into children values ('new', 'q');`,
      );
      await migrate(db, [family, trigger]);
      const { rows } = await sql`select id from children union select id from parents`.execute(db.reader);
      expect(rows.map((row) => (row as { id: string }).id)).toEqual(['c', 'kept', 'p', 'q', 'seen']);
    });

    it('rebuilds a table without emptying those that refer to it', async () => {
      const rebuild = step(
        '0002-rebuild',
        `create table parents_new (id text primary key, name text);
insert into parents_new (id) select id from parents;
drop table parents;
alter table parents_new rename to parents;`,
      );
      await migrate(db, [family, rebuild]);
      const { rows } = await sql`select * from children`.execute(db.reader);
      expect(rows).toEqual([{ id: 'c', parent: 'p' }]);
      // The keys hold again afterwards.
      await expect(db.script(`insert into children values ('d', 'nobody')`)).rejects.toThrow(/FOREIGN KEY/);
    });

    it('refuses a step that leaves rows without what they refer to', async () => {
      const orphan = step('0002-orphan', `delete from parents;`);
      await migrate(db, [family]);
      await expect(migrate(db, [family, orphan])).rejects.toThrow(
        'Rows of children refer to rows of parents',
      );
      expect(await migrate(db, [family])).toEqual([]);
      const { rows } = await sql`select id from parents`.execute(db.reader);
      expect(rows).toEqual([{ id: 'p' }]);
    });
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
