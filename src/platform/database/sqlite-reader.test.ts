import { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readerOver } from './sqlite-reader.ts';

interface Pairs {
  pairs: { a: string; b: number | null };
}

let connection: DatabaseSync;
let reader: Kysely<Pairs>;
beforeEach(() => {
  connection = new DatabaseSync(':memory:');
  connection.exec(
    `create table pairs (a text, b integer); insert into pairs values ('x', 1), ('y''"', null)`,
  );
  reader = readerOver(connection);
});
afterEach(() => connection.isOpen && connection.close());

const all = () => reader.selectFrom('pairs').selectAll().orderBy('a').execute();

describe('the reader', () => {
  it('answers with rows under the names of their columns', async () => {
    expect(await all()).toEqual([
      { a: 'x', b: 1 },
      { a: `y'"`, b: null },
    ]);
    const named = reader.selectFrom('pairs').select(['a as the "first"', 'b as __b']).where('b', '=', 1);
    expect(await named.execute()).toEqual([{ 'the "first"': 'x', __b: 1 }]);
    expect(await reader.selectFrom('pairs').select('a').where('b', '=', 9).execute()).toEqual([]);
  });

  it('sees a column that came to a table since it last read it', async () => {
    await all();
    connection.exec('alter table pairs add column c text; update pairs set c = a');
    expect(await all()).toEqual([
      { a: 'x', b: 1, c: 'x' },
      { a: `y'"`, b: null, c: `y'"` },
    ]);
  });

  it('refuses what it cannot do: another name, a stream, a closed file', async () => {
    await expect(
      reader
        .selectFrom('pair' as 'pairs')
        .selectAll()
        .execute(),
    ).rejects.toThrow('no such table');
    await expect(reader.selectFrom('pairs').selectAll().stream().next()).rejects.toThrow('no streams');
    connection.close();
    await expect(all()).rejects.toThrow('not open');
  });
});
