import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createRecord, resolveAddress } from '../records/records.server.ts';
import { conceptAt } from '../records/testing.ts';
import { Reads } from './reads.ts';

let db: TestDatabase;
let reads: Reads;
let ids: string[];
beforeEach(async () => {
  db = await openTestDatabase();
  reads = new Reads();
  ids = [];
  await db.transaction(async (tx) => {
    for (const slug of ['a', 'b', 'c']) {
      ids.push(await createRecord(tx, systemActor('test'), 'concepts', conceptAt(slug)));
    }
  });
});
afterEach(() => db.close());

const noted = () => ({ touches: [...reads.touches].toSorted(), tables: [...reads.tables].toSorted() });

describe('what a page read', () => {
  it('is the one record it asked for by id', async () => {
    const db_ = reads.follow(db.reader);
    await db_.selectFrom('concepts').select('slug').where('id', '=', ids[0]!).execute();
    expect(noted()).toEqual({ touches: [ids[0]], tables: [] });
  });

  it('is the table, with every record that may come out of it, where it asked for no id', async () => {
    await reads.follow(db.reader).selectFrom('concepts').selectAll().where('position', '=', 1).execute();
    expect(noted()).toEqual({ touches: [], tables: ['concepts'] });
  });

  it('is each id in a list of ids', async () => {
    await reads
      .follow(db.reader)
      .selectFrom('concepts')
      .select('slug')
      .where('id', 'in', ids.slice(1))
      .execute();
    expect(noted()).toEqual({ touches: ids.slice(1).toSorted(), tables: [] });
  });

  it('is an id that no record has: the page changes when one comes', async () => {
    const none = '01990000-0000-7000-8000-00000000000f';
    await reads.follow(db.reader).selectFrom('links').select('id').where('from_id', '=', none).execute();
    expect(noted()).toEqual({ touches: [none], tables: [] });
  });

  it('is an address, for a look-up among addresses, found or not', async () => {
    const followed = reads.follow(db.reader);
    expect(await resolveAddress(followed, 'concepts', 'a')).toBe(ids[0]);
    await resolveAddress(followed, 'concepts', 'nothing-yet');
    expect(reads.touches).toContain('address:a');
    expect(reads.touches).toContain('address:nothing-yet');
    expect(reads.tables.size).toBe(0);
  });

  it('is every table of a join, of a subquery and of a count', async () => {
    await reads
      .follow(db.reader)
      .selectFrom('workshops')
      .leftJoin('series', 'series.id', 'workshops.series_id')
      .select(({ fn, selectFrom }) => [
        fn.countAll().as('count'),
        selectFrom('audiences')
          .select(({ fn: { countAll } }) => countAll().as('n'))
          .as('audiences'),
      ])
      .execute();
    expect(noted()).toEqual({ touches: [], tables: ['audiences', 'series', 'workshops'] });
  });

  it('changes by itself at the first of the instants named', () => {
    expect(reads.until).toBe(Infinity);
    reads.changesAt(new Date(2_000));
    reads.changesAt(new Date(1_000));
    reads.changesAt(new Date(3_000));
    expect(reads.until).toBe(1_000);
  });
});
