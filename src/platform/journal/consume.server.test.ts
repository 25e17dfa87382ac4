import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../actor/actor.ts';
import { systemClock } from '../clock/clock.ts';
import { openDatabase } from '../database/open.ts';
import { openTestDatabase, testEngine, type TestDatabase } from '../database/testing.ts';
import { silentLog } from '../log/log.ts';
import { createRecord } from '../records/records.server.ts';
import { sourceNamed } from '../records/testing.ts';
import { startModule } from '../testing/child.ts';
import { catchUp, runConsumers, type Consumer } from './consume.ts';

let db: TestDatabase;
beforeEach(async () => (db = await openTestDatabase()));
afterEach(() => db.close());

const write = (count = 1, to: Pick<TestDatabase, 'transaction'> = db) =>
  to.transaction(async (tx) => {
    for (let i = 0; i < count; i += 1)
      await createRecord(tx, systemActor('test'), 'sources', sourceNamed(`${i}`));
  });

/** A consumer that keeps the numbers it took; `before` may throw first. */
function recorder(before: (numbers: number[]) => void | Promise<void> = () => {}, name = 'recorder') {
  const taken: number[][] = [];
  const consumer: Consumer = {
    name,
    async take(entries) {
      const numbers = entries.map((entry) => entry.number);
      await before(numbers);
      taken.push(numbers);
    },
  };
  return { consumer, taken };
}

const place = async () =>
  (await db.reader.selectFrom('journal_cursors').select(['consumer', 'number']).execute()).map(
    (row) => `${row.consumer} ${row.number}`,
  );

describe('catchUp', () => {
  it('takes each entry once, in order, and keeps its place', async () => {
    const { consumer, taken } = recorder();
    await write(3);
    expect(await catchUp(db, consumer, systemClock)).toBe(3);
    expect(await catchUp(db, consumer, systemClock)).toBe(0);
    await write(2);
    expect(await catchUp(db, consumer, systemClock)).toBe(2);
    expect(taken).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(await place()).toEqual(['recorder 5']);
  });

  it('keeps a place of its own for each consumer', async () => {
    await write(2);
    await catchUp(db, recorder(undefined, 'mail').consumer, systemClock);
    await write(1);
    await catchUp(db, recorder(undefined, 'search').consumer, systemClock);
    expect((await place()).sort()).toEqual(['mail 2', 'search 3']);
  });

  it('takes a long journal in batches, keeping its place after each', async () => {
    await write(450);
    const places: string[][] = [];
    const { consumer, taken } = recorder(async () => void places.push(await place()));
    await catchUp(db, consumer, systemClock);
    expect(taken.map((numbers) => [numbers[0], numbers.at(-1)])).toEqual([
      [1, 200],
      [201, 400],
      [401, 450],
    ]);
    expect(places).toEqual([[], ['recorder 200'], ['recorder 400']]);
  });

  it('gives the same entries again after a throw', async () => {
    let fails = true;
    const { consumer, taken } = recorder(() => {
      if (fails) throw new Error('mail server away');
    });
    await write(2);
    await expect(catchUp(db, consumer, systemClock)).rejects.toThrow('mail server away');
    expect(await place()).toEqual([]);
    fails = false;
    await write(1);
    expect(await catchUp(db, consumer, systemClock)).toBe(3);
    expect(taken).toEqual([[1, 2, 3]]);
  });

  it('gives the same entries again when the process dies between taking and keeping its place', async () => {
    await write(2);
    const child = startModule(
      `import { openDatabase } from '#platform/database/open.ts';
       import { catchUp } from '#platform/journal/consume.ts';
       const take = async (entries) => {
         console.log(entries.map((entry) => entry.number).join());
         process.kill(process.pid, 'SIGKILL');
       };
       await catchUp(openDatabase(input), { name: 'recorder', take }, () => new Date());`,
      db.location,
    );
    expect(await child.line()).toBe('1,2');
    expect((await child.ended).signal).toBe('SIGKILL');
    const { consumer, taken } = recorder();
    await expect.poll(() => catchUp(db, consumer, systemClock), { timeout: 10_000 }).toBe(2);
    expect(taken).toEqual([[1, 2]]);
  });

  it('is run by one at a time: a second is turned away until the first is done', async () => {
    await write(1);
    const other = openDatabase(db.location);
    const { consumer, taken } = recorder(async () => {
      expect(await catchUp(other, recorder().consumer, systemClock)).toBe(0);
      expect(await catchUp(db, recorder().consumer, systemClock)).toBe(0);
    });
    expect(await catchUp(db, consumer, systemClock)).toBe(1);
    await write(1);
    expect(await catchUp(other, recorder().consumer, systemClock)).toBe(1);
    await other.close();
    expect(taken).toEqual([[1]]);
  });

  it.runIf(testEngine === 'postgres')('is run by one process at a time (PostgreSQL)', async () => {
    await write(1);
    const child = startModule(
      `import { openDatabase } from '#platform/database/open.ts';
       import { catchUp } from '#platform/journal/consume.ts';
       const take = () => new Promise((resolve) => {
         console.log('taking');
         process.stdin.once('data', resolve);
       });
       console.log(await catchUp(openDatabase(input), { name: 'recorder', take }, () => new Date()));
       process.exit();`,
      db.location,
    );
    expect(await child.line()).toBe('taking');
    const { consumer, taken } = recorder();
    expect(await catchUp(db, consumer, systemClock)).toBe(0);
    child.say('go on');
    expect(await child.line()).toBe('1');
    await child.ended;
    await write(1);
    await expect.poll(() => catchUp(db, consumer, systemClock), { timeout: 10_000 }).toBe(1);
    expect(taken).toEqual([[2]]);
  });
});

describe('runConsumers', () => {
  it('takes what was there at the start and what comes later, from this process and another', async () => {
    const { consumer, taken } = recorder();
    await write(1);
    const stop = runConsumers(db, [consumer], systemClock, silentLog);
    await expect.poll(() => taken.flat(), { timeout: 10_000 }).toEqual([1]);
    await write(1);
    await expect.poll(() => taken.flat(), { timeout: 10_000 }).toEqual([1, 2]);
    const other = openDatabase(db.location);
    await write(1, other);
    await other.close();
    await expect.poll(() => taken.flat(), { timeout: 10_000 }).toEqual([1, 2, 3]);
    await stop();
  });

  it('tries again by itself after a failure, without a new entry', async () => {
    let calls = 0;
    const { consumer, taken } = recorder(() => {
      calls += 1;
      if (calls === 1) throw new Error('once');
    });
    const errors: unknown[] = [];
    await write(1);
    const stop = runConsumers(db, [consumer], systemClock, {
      ...silentLog,
      error: (message, fields) => errors.push([message, fields?.['consumer']]),
    });
    await expect.poll(() => taken, { timeout: 10_000 }).toEqual([[1]]);
    expect(errors).toEqual([['consumer failed', 'recorder']]);
    await stop();
  });

  it('stops after the batch under way and takes no more', async () => {
    const { consumer, taken } = recorder(async ([first]) => {
      if (first === 1) stopped = stop();
    });
    let stopped: Promise<void> | undefined;
    await write(250);
    const stop = runConsumers(db, [consumer], systemClock, silentLog);
    await expect.poll(() => taken.length, { timeout: 10_000 }).toBe(1);
    await stopped;
    expect(taken.map((numbers) => numbers.at(-1))).toEqual([200]);
    expect(await place()).toEqual(['recorder 200']);
  });
});
