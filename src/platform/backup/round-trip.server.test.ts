import { copyFileSync, existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../actor/actor.ts';
import { systemClock } from '../clock/clock.ts';
import type { Engine } from '../database/database.ts';
import { describeTables } from '../database/describe.ts';
import { migrate, migrationsFor } from '../database/migrate.ts';
import type { DatabaseLocation } from '../database/open.ts';
import { makeTestLocation, postgresAtHand, testEngine } from '../database/testing.ts';
import { catchUp } from '../journal/consume.ts';
import { createRecord } from '../records/records.server.ts';
import { sourceNamed } from '../records/testing.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { contentOf, using, writeSomething } from './testing.ts';

const clock = () => new Date('2026-01-02T03:04:05.678Z');

let places: Awaited<ReturnType<typeof makeTestLocation>>[] = [];
let from: DatabaseLocation;
let file: string;

async function place(engine: Engine = testEngine): Promise<DatabaseLocation> {
  const made = await makeTestLocation(engine);
  places.push(made);
  return made.location;
}

beforeEach(async () => {
  places = [];
  from = await place();
  file = join(from.dataFolder, 'kept', 'one.indimaj');
  await using(from, async (db) => {
    await migrate(db);
    await writeSomething(db);
  });
});
afterEach(async () => {
  for (const { remove } of places) await remove();
});

describe('a backup', () => {
  it('restores into an empty place, every row as it was', async () => {
    const written = await backup(from, file, { clock });
    const to = await place();
    const restored = await restore(to, file);
    expect(restored).toEqual({ createdAt: '2026-01-02T03:04:05.678Z', rows: written.rows, aside: null });
    const content = await contentOf(from);
    expect(content['journal']!.length).toBe(9);
    expect(await contentOf(to)).toEqual(content);
  });

  const other: Engine = testEngine === 'sqlite' ? 'postgres' : 'sqlite';
  it.skipIf(!postgresAtHand)(
    `restores into ${other}, and back (skipped without TEST_DATABASE_URL)`,
    async () => {
      const [there, back] = [await place(other), await place()];
      await backup(from, file, { clock });
      await restore(there, file);
      expect(await contentOf(there)).toEqual(await contentOf(from));
      await backup(there, join(from.dataFolder, 'there.indimaj'), { clock });
      await restore(back, join(from.dataFolder, 'there.indimaj'));
      expect(await contentOf(back)).toEqual(await contentOf(from));
    },
  );

  it('goes on where it stood: journal numbers, cursors, foreign keys, migrations', async () => {
    await backup(from, file);
    const to = await place();
    await restore(to, file);
    await using(to, async (db) => {
      expect(await migrate(db)).toEqual([]);
      await db.transaction((tx) => createRecord(tx, systemActor('test'), 'sources', sourceNamed('Next')));
      const taken: number[] = [];
      const take = async (entries: { number: number }[]) =>
        void taken.push(...entries.map((entry) => entry.number));
      await catchUp(db, { name: 'mail', take }, systemClock);
      expect(taken).toEqual([4, 5, 6, 7, 8, 9, 10]);
      const orphan = db.transaction((tx) => sql`update figures set territory_id = 'nowhere'`.execute(tx));
      await expect(orphan).rejects.toThrow(/foreign key/i);
    });
  });

  it('is for its owner only, complete at once, and replaces no other', async () => {
    await backup(from, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(file, '..'))).toEqual(['one.indimaj']);
    await expect(backup(from, file)).rejects.toMatchObject({ reason: 'exists' });
  });

  it('says that there is nothing, and leaves nothing, where there is no database', async () => {
    const empty = await place();
    await expect(backup(empty, file)).rejects.toMatchObject({ reason: 'nothing' });
    await using(empty, async (db) => void (await db.script('create table other (id text)')));
    await expect(backup(empty, file)).rejects.toMatchObject({ reason: 'nothing' });
    expect(existsSync(file)).toBe(false);
  });

  it('of an older schema comes up to date', async () => {
    const [older, to] = [await place(), await place()];
    const steps = migrationsFor(testEngine);
    await using(older, async (db) => {
      await migrate(db, steps.slice(0, 2));
      // Of a table that no later step has changed: the program only knows the newest columns.
      await db.transaction((tx) => tx.insertInto('settings').values({ key: 'old', value: 'kept' }).execute());
    });
    await backup(older, file);
    await restore(to, file);
    const tables = await using(to, (db) => describeTables(db.reader, db.engine));
    expect(tables).toEqual(await using(from, (db) => describeTables(db.reader, db.engine)));
    expect((await contentOf(to))['settings']).toEqual([['old', 'kept']]);
  });
});

describe('what a restore replaces', () => {
  it('is kept aside, whole, and once more the next time', async () => {
    await backup(from, file, { clock });
    const to = await place();
    await using(to, async (db) => {
      await migrate(db);
      await db.transaction((tx) => createRecord(tx, systemActor('test'), 'sources', sourceNamed('Replaced')));
    });
    const before = await contentOf(to);
    const { aside } = await restore(to, file, { clock });
    expect(await contentOf(to)).toEqual(await contentOf(from));
    expect(await contentOf(keptAt(to, aside!))).toEqual(before);

    const again = await restore(to, file, { clock });
    expect(again.aside).not.toBe(aside);
    expect(await contentOf(keptAt(to, again.aside!))).toEqual(await contentOf(from));
    expect(await contentOf(keptAt(to, aside!))).toEqual(before);
  });

  it.runIf(testEngine === 'sqlite')('is kept aside as it is where it is damaged (SQLite)', async () => {
    await backup(from, file, { clock });
    const to = await place();
    writeFileSync(join(to.dataFolder, 'indimaj.sqlite'), 'this was a database once');
    writeFileSync(join(to.dataFolder, 'indimaj.sqlite-wal'), 'and its log');
    await restore(to, file, { clock });
    expect(await contentOf(to)).toEqual(await contentOf(from));
    expect(
      readdirSync(to.dataFolder)
        .filter((name) => name.includes('before'))
        .toSorted(),
    ).toEqual([
      'indimaj.sqlite.before-restore-20260102030405z',
      'indimaj.sqlite.before-restore-20260102030405z-wal',
    ]);
  });
});

/** A database kept aside, as if it were the one in use. */
function keptAt({ dataFolder, databaseUrl }: DatabaseLocation, aside: string): DatabaseLocation {
  if (!databaseUrl) return { dataFolder: renamed(aside) };
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${aside}`);
  return { dataFolder, databaseUrl: url.href };
}

function renamed(aside: string): string {
  const folder = mkdtempSync(`${aside}-folder-`);
  copyFileSync(aside, join(folder, 'indimaj.sqlite'));
  return folder;
}
