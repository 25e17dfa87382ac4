import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../actor/actor.ts';
import { systemClock } from '../clock/clock.ts';
import type { Transaction } from '../database/database.ts';
import { openTestDatabase, testEngine, type TestDatabase } from '../database/testing.ts';
import { createRecord } from '../records/records.server.ts';
import { sourceNamed } from '../records/testing.ts';
import { catchUp, type Consumer } from './consume.ts';

/*
 * PostgreSQL commits out of order: a transaction takes its number when it writes and may commit after a later
 * number has. A consumer that passed the missing number would never see it.
 */
describe.runIf(testEngine === 'postgres')('numbers that commit out of order (PostgreSQL)', () => {
  let db: TestDatabase;
  let taken: number[];
  let consumer: Consumer;
  beforeEach(async () => {
    db = await openTestDatabase();
    taken = [];
    consumer = {
      name: 'order',
      take: async (entries) => void taken.push(...entries.map((entry) => entry.number)),
    };
  });
  afterEach(() => db.close());

  const write = (tx: Transaction) => createRecord(tx, systemActor('test'), 'sources', sourceNamed('x'));

  /** Opens a transaction that has taken a journal number, and hands over how it ends. */
  async function openWriter() {
    let end: (how: 'commit' | 'roll back') => void = () => {};
    const ending = new Promise<'commit' | 'roll back'>((resolve) => (end = resolve));
    let wrote = () => {};
    const written = new Promise<void>((resolve) => (wrote = resolve));
    const done = db
      .transaction(async (tx) => {
        await write(tx);
        wrote();
        if ((await ending) === 'roll back') throw new Error('rolled back');
      })
      .catch(() => undefined);
    await written;
    return { end, done };
  }

  it('are waited for, and then taken in order', async () => {
    const early = await openWriter();
    await db.transaction(write);
    const caughtUp = catchUp(db, consumer, systemClock);
    // Another whole write and a look around: the consumer still stands before the gap.
    await db.transaction(write);
    expect(await db.reader.selectFrom('journal').select('number').orderBy('number').execute()).toEqual([
      { number: 2 },
      { number: 3 },
    ]);
    expect(taken).toEqual([]);
    early.end('commit');
    await early.done;
    expect(await caughtUp).toBe(3);
    expect(taken).toEqual([1, 2, 3]);
  });

  it('are passed once their transaction is rolled back', async () => {
    const early = await openWriter();
    await db.transaction(write);
    const caughtUp = catchUp(db, consumer, systemClock);
    early.end('roll back');
    await early.done;
    expect(await caughtUp).toBe(1);
    expect(taken).toEqual([2]);
    await db.transaction(write);
    expect(await catchUp(db, consumer, systemClock)).toBe(1);
    expect(taken).toEqual([2, 3]);
  });

  it('hold up nobody while they stand at the end', async () => {
    await db.transaction(write);
    const late = await openWriter();
    expect(await catchUp(db, consumer, systemClock)).toBe(1);
    late.end('commit');
    await late.done;
    expect(await catchUp(db, consumer, systemClock)).toBe(1);
    expect(taken).toEqual([1, 2]);
  });

  it('come whole and in order when many write at once', async () => {
    const writers = Array.from({ length: 40 }, (_, i) =>
      db
        .transaction(async (tx) => {
          await write(tx);
          await write(tx);
          if (i % 5 === 0) throw new Error('rolled back');
        })
        .catch(() => undefined),
    );
    let writing = true;
    const all = Promise.all(writers).then(() => (writing = false));
    while (writing) await catchUp(db, consumer, systemClock);
    await all;
    await catchUp(db, consumer, systemClock);
    const kept = await db.reader.selectFrom('journal').select('number').orderBy('number').execute();
    expect(kept).toHaveLength(64);
    expect(taken).toEqual(kept.map((row) => row.number));
  });
});
