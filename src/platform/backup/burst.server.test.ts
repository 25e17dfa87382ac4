import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../database/migrate.ts';
import type { DatabaseLocation } from '../database/open.ts';
import { makeTestLocation } from '../database/testing.ts';
import { entriesAfter } from '../journal/read.ts';
import { startModule } from '../testing/child.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { using } from './testing.ts';

let places: Awaited<ReturnType<typeof makeTestLocation>>[];
beforeEach(async () => {
  places = [await makeTestLocation(), await makeTestLocation()];
});
afterEach(async () => {
  for (const { remove } of places) await remove();
});

/** Creates and changes records as fast as it can, in one transaction after the other, until it is told to stop. */
const writer = `
  import { systemActor } from '#platform/actor/actor.ts';
  import { openDatabase } from '#platform/database/open.ts';
  import { createRecord, updateRecord } from '#platform/records/records.server.ts';
  import { sourceNamed } from '#platform/records/testing.ts';
  const db = openDatabase(input);
  let stopped = false;
  process.stdin.once('data', () => (stopped = true));
  for (let i = 0; !stopped; i += 1) {
    await db.transaction(async (tx) => {
      const id = await createRecord(tx, systemActor('test'), 'sources', sourceNamed('New ' + i));
      await updateRecord(tx, systemActor('test'), 'sources', id, { title: 'Changed ' + i });
    });
    console.log(i);
    // On SQLite a transaction leaves the event loop no turn: it would never hear that it should stop.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await db.close();
  process.exit();`;

describe('a backup during a burst of writes', () => {
  it('holds all that came before an instant and nothing of what came after', async () => {
    const [from, to] = places.map((place) => place.location) as [DatabaseLocation, DatabaseLocation];
    await using(from, (db) => migrate(db));
    const child = startModule(writer, from);
    let acknowledged = 0;
    for (let i = 0; i < 3; i += 1) {
      // Let it write some more, then note what it said is done: the backup must hold at least that.
      for (let lines = 0; lines < 20; lines += 1) acknowledged = Number(await child.line());
      const file = join(from.dataFolder, `${i}.indimaj`);
      await backup(from, file);
      await restore(to, file);
      await using(to, async (db) => {
        const entries = await entriesAfter(db, 0, { most: 1_000_000 });
        expect(entries.map((entry) => entry.number)).toEqual(entries.map((_, index) => index + 1));
        expect(entries.length).toBeGreaterThanOrEqual(2 * (acknowledged + 1));
        expect(entries.length % 2).toBe(0);
        const last = new Map(entries.map((entry) => [entry.recordId, entry.after]));
        const rows = await db.reader.selectFrom('sources').selectAll().execute();
        expect(rows.length).toBe(last.size);
        for (const row of rows) expect(row).toEqual(last.get(row.id));
      });
    }
    child.say('stop');
    expect((await child.ended).code).toBe(0);
  });
});
