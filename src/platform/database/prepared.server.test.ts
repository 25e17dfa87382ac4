import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { PreparedStatements } from './prepared.ts';
import { openTestDatabase, testEngine } from './testing.ts';

describe('prepared statements', () => {
  const ask = (prepared: PreparedStatements, text: string, times = 1) =>
    Array.from({ length: times }, () => prepared.nameOf(text)).at(-1);

  it('have a name of their own once they have come back, and keep it', () => {
    const prepared = new PreparedStatements();
    expect(ask(prepared, 'select 1', 2)).toBeUndefined();
    const name = ask(prepared, 'select 1');
    expect(name).toMatch(/^indimaj_/);
    expect(ask(prepared, 'select 1')).toBe(name);
    expect(ask(prepared, 'select 2', 3)).not.toBe(name);
  });

  it('are not kept without end, however many lists of other lengths come', () => {
    const prepared = new PreparedStatements();
    const kept = () => Array.from({ length: 5_000 }, (_, at) => prepared.nameOf(`select ${at}`));
    for (let length = 0; length < 5_000; length += 1) ask(prepared, `select ${length}`, 5);
    expect(prepared.nameOf('select 4999')).toMatch(/^indimaj_/);
    expect(kept().filter((name) => name !== undefined).length).toBeLessThan(500);
  });

  it('have other names once they are forgotten', () => {
    const prepared = new PreparedStatements();
    const name = ask(prepared, 'select 1', 3);
    prepared.forget();
    expect(ask(prepared, 'select 1', 2)).toBeUndefined();
    expect(ask(prepared, 'select 1')).not.toBe(name);
  });
});

describe.runIf(testEngine === 'postgres')('what a connection has prepared', () => {
  it('gives the columns of today, where a table got one since', async () => {
    const db = await openTestDatabase();
    try {
      const read = () => db.reader.selectFrom('settings').selectAll().where('key', '=', 'one').execute();
      await db.transaction((tx) => tx.insertInto('settings').values({ key: 'one', value: '1' }).execute());
      for (let time = 0; time < 5; time += 1) await read();
      const { rows } = await sql<{ name: string }>`select name from pg_prepared_statements`.execute(
        db.reader,
      );
      expect(rows.some(({ name }) => name.startsWith('indimaj_'))).toBe(true);
      await db.script("alter table settings add column later text default 'there'");
      expect(await read()).toEqual([{ key: 'one', value: '1', later: 'there' }]);
      await db.script('alter table settings drop column later');
      expect(await read()).toEqual([{ key: 'one', value: '1' }]);
    } finally {
      await db.close();
    }
  });
});
