import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../actor/actor.ts';
import type { Transaction } from '../database/database.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { lastNumber } from '../journal/read.ts';
import { slug } from '../locale/schema.ts';
import { change } from './change.server.ts';
import {
  AddressTaken,
  createRecord,
  deleteRecord,
  resolveAddress,
  StaleVersion,
  updateRecord,
} from './records.server.ts';
import { conceptAt, sourceNamed } from './testing.ts';
import { isId } from './uuid.ts';

const actor = systemActor('test');
let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const create = (at: string) => db.transaction((tx) => createRecord(tx, actor, 'concepts', conceptAt(at)));
const move = (id: string, to: string) =>
  db.transaction((tx) => updateRecord(tx, actor, 'concepts', id, { slug: to }));
const at = (address: string) => resolveAddress(db.reader, 'concepts', address);

describe('a record', () => {
  it('is made with an id ordered by time and the first version', async () => {
    const ids = [await create('a'), await create('b')];
    expect(ids.every(isId)).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
    const rows = await db.reader.selectFrom('concepts').select(['id', 'version']).orderBy('id').execute();
    expect(rows).toEqual(ids.map((id) => ({ id, version: 1 })));
  });

  it('is not overwritten by who saw an older version', async () => {
    const id = await create('a');
    const edit = (position: number, version: number) =>
      db.transaction((tx) => updateRecord(tx, actor, 'concepts', id, { position }, { version }));
    await edit(2, 1);
    await expect(edit(3, 1)).rejects.toThrow(StaleVersion);
    await edit(4, 2);
    const row = await db.reader.selectFrom('concepts').select(['position', 'version']).executeTakeFirst();
    expect(row).toEqual({ position: 4, version: 3 });
    expect(await lastNumber(db)).toBe(3);
  });

  it('is changed by one of several who saw the same version at once', async () => {
    const id = await create('a');
    const edits = [1, 2, 3, 4].map((position) =>
      db.transaction((tx) => updateRecord(tx, actor, 'concepts', id, { position }, { version: 1 })),
    );
    const settled = await Promise.allSettled(edits);
    const refused = settled.filter((result) => result.status === 'rejected');
    expect(refused.map((result) => result.reason.name)).toEqual(Array(3).fill('StaleVersion'));
    expect(await db.reader.selectFrom('concepts').select('version').execute()).toEqual([{ version: 2 }]);
  });

  it('that does not exist is a surprise', async () => {
    await expect(move('nothing', 'b')).rejects.toThrow('No record nothing among concepts');
  });
});

describe('addresses', () => {
  it('lead to their record, former ones too', async () => {
    const id = await create('first');
    await move(id, 'second');
    await move(id, 'third');
    expect(await Promise.all(['first', 'second', 'third', 'fourth'].map(at))).toEqual([id, id, id, null]);
    await move(id, 'first');
    expect(await at('third')).toBe(id);
  });

  it('are not taken over by another record, current or former', async () => {
    const id = await create('first');
    await move(id, 'second');
    const other = await create('other');
    await expect(create('first')).rejects.toThrow(AddressTaken);
    await expect(move(other, 'first')).rejects.toThrow(AddressTaken);
    expect(await Promise.all(['first', 'second', 'other'].map(at))).toEqual([id, id, other]);
    expect(await lastNumber(db)).toBe(3);
  });

  it('of one kind say nothing about another kind', async () => {
    await create('same');
    expect(await resolveAddress(db.reader, 'territories', 'same')).toBe(null);
  });

  it('are given to one of two records made at once', async () => {
    const settled = await Promise.allSettled([create('one'), create('one')]);
    expect(settled.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await at('one')).not.toBe(null);
    expect(await db.reader.selectFrom('concepts').select('slug').execute()).toEqual([{ slug: 'one' }]);
  });

  it('stay with a record that is deleted: no other takes its links', async () => {
    const id = await create('gone');
    await db.transaction((tx) => deleteRecord(tx, actor, 'concepts', id));
    expect(await at('gone')).toBe(id);
    await expect(create('gone')).rejects.toThrow(AddressTaken);
  });
});

describe('a change', () => {
  const schema = v.object({ slug });
  const make = (input: unknown, { allowed = true, target = db as TestDatabase | Transaction } = {}) =>
    change(target, { allowed, schema, input }, async (tx, values) => ({
      id: await createRecord(tx, actor, 'concepts', conceptAt(values.slug)),
    }));

  it('answers what it made', async () => {
    const outcome = await make({ slug: 'a' });
    expect(outcome).toEqual({ ok: true, id: await at('a') });
  });

  it('answers a refusal as a value, naming the field', async () => {
    await make({ slug: 'a' });
    expect(await make({ slug: 'b' }, { allowed: false })).toEqual({
      ok: false,
      reason: 'platform_refused_not_allowed',
    });
    expect(await make({ slug: 'a' })).toEqual({ ok: false, reason: 'platform_refused_taken', field: 'slug' });
    expect(await make({ slug: 'Not A Slug' })).toEqual({
      ok: false,
      reason: 'platform_problem_not_a_slug',
      field: 'slug',
    });
    expect(await make({})).toEqual({ ok: false, reason: 'platform_problem_required', field: 'slug' });
    expect(await make('no object')).toEqual({ ok: false, reason: 'platform_problem_required' });
    expect(await lastNumber(db)).toBe(1);
  });

  it("answers what the database's own constraints refuse", async () => {
    await db.transaction((tx) => createRecord(tx, actor, 'concepts', { ...conceptAt('a'), code: 'same' }));
    const twice = change(db, { allowed: true, schema: v.object({}), input: {} }, async (tx) => ({
      id: await createRecord(tx, actor, 'concepts', { ...conceptAt('b'), code: 'same' }),
    }));
    expect(await twice).toEqual({ ok: false, reason: 'platform_refused_taken' });
    expect(await at('b')).toBe(null);

    const source = await db.transaction((tx) => createRecord(tx, actor, 'sources', sourceNamed('s')));
    const orphan = change(db, { allowed: true, schema: v.object({}), input: {} }, async (tx) => ({
      id: await createRecord(tx, actor, 'figures', {
        territory_id: 'nowhere',
        measure: 'population',
        value: 1,
        as_of: '2024',
        source_id: source,
      }),
    }));
    expect(await orphan).toEqual({ ok: false, reason: 'platform_refused_missing' });
  });

  it('names the address also where the database found it taken in a race', async () => {
    const outcomes = await Promise.all([make({ slug: 'a' }), make({ slug: 'a' })]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toEqual({
      ok: false,
      reason: 'platform_refused_taken',
      field: 'slug',
    });
  });

  it('answers a stale version', async () => {
    const id = await create('a');
    const stale = change(db, { allowed: true, schema: v.object({}), input: {} }, async (tx) => {
      await updateRecord(tx, actor, 'concepts', id, { position: 9 }, { version: 7 });
      return {};
    });
    expect(await stale).toEqual({ ok: false, reason: 'platform_refused_stale' });
  });

  it("throws a refusal by the database within a caller's transaction, so that the caller rolls back", async () => {
    await create('taken');
    const both = db.transaction(async (tx) => {
      await make({ slug: 'new' }, { target: tx });
      await make({ slug: 'taken' }, { target: tx });
    });
    await expect(both).rejects.toThrow(AddressTaken);
    expect(await at('new')).toBe(null);
  });

  it('throws surprises', async () => {
    const surprise = change(db, { allowed: true, schema: v.object({}), input: {} }, async () => {
      throw new RangeError('not expected');
    });
    await expect(surprise).rejects.toThrow(RangeError);
  });
});
