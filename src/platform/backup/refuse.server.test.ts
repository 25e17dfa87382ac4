import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdDatabase } from '../database/database-lock.ts';
import { migrate } from '../database/migrate.ts';
import type { DatabaseLocation } from '../database/open.ts';
import { lockFolder } from '../database/server-lock.ts';
import { makeTestLocation } from '../database/testing.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { contentOf, forge, using, writeSomething } from './testing.ts';

let location: DatabaseLocation;
let remove: () => Promise<void>;
let file: string;
let before: Awaited<ReturnType<typeof contentOf>>;
let names: string[];

beforeEach(async () => {
  ({ location, remove } = await makeTestLocation());
  file = join(location.dataFolder, 'good.indimaj');
  await using(location, async (db) => {
    await migrate(db);
    await writeSomething(db);
  });
  await backup(location, file);
  await using(location, (db) =>
    db.transaction((tx) => tx.insertInto('settings').values({ key: 'since', value: '' }).execute()),
  );
  before = await contentOf(location);
  names = namesIn(location.dataFolder);
});
afterEach(() => remove());

const namesIn = (folder: string) =>
  readdirSync(folder).filter((name) => !/forged|server\.lock|bad/.test(name));

/** A file that must be refused for a reason, and leave everything as it was. */
async function refused(bad: string, reason: string, where?: string | RegExp) {
  await expect(restore(location, bad)).rejects.toMatchObject({
    name: 'BackupRefusal',
    reason,
    ...(where !== undefined && { where: expect.stringMatching(where) }),
  });
  expect(await contentOf(location)).toEqual(before);
  expect(namesIn(location.dataFolder)).toEqual(names);
}

function written(bytes: Buffer): string {
  const bad = join(location.dataFolder, 'bad.indimaj');
  writeFileSync(bad, bytes);
  return bad;
}

const table = (name: string) => (line: string) => line.startsWith(`{"table":"${name}"`);

/** The lines of a good backup with those of one table's first row changed. */
const changedRow = (name: string, change: (row: unknown[]) => unknown) => (lines: string[]) => {
  const at = lines.findIndex(table(name)) + 1;
  return lines.with(at, JSON.stringify(change(JSON.parse(lines[at]!))));
};

describe('a restore refuses, and changes nothing:', () => {
  it('a file that is missing, empty, or something else', async () => {
    await refused(join(location.dataFolder, 'bad-nowhere'), 'missing');
    await refused(location.dataFolder, 'missing');
    await refused(written(Buffer.alloc(0)), 'truncated');
    await refused(written(Buffer.from('PK\u0003\u0004 a zip')), 'foreign');
    await refused(written(gzipSync('')), 'foreign');
    await refused(written(gzipSync('not json\n')), 'foreign');
    await refused(written(gzipSync('{"format":"other","version":1}\n')), 'foreign');
  });

  it('a file that was cut, wherever', async () => {
    const bytes = readFileSync(file);
    for (const part of [0.01, 0.3, 0.6, 0.9]) {
      await refused(written(bytes.subarray(0, Math.floor(bytes.length * part))), 'truncated');
    }
    await refused(written(bytes.subarray(0, bytes.length - 1)), 'truncated');
  });

  it('a file in which one byte changed, wherever', async () => {
    const bytes = readFileSync(file);
    for (let i = 1; i < 20; i += 1) {
      const bad = Buffer.from(bytes);
      const at = 10 + Math.floor(((bytes.length - 18) * i) / 20);
      bad[at] = bad[at]! ^ 0x10;
      await expect(restore(location, written(bad)), `byte ${at}`).rejects.toMatchObject({
        name: 'BackupRefusal',
      });
    }
    expect(await contentOf(location)).toEqual(before);
    expect(namesIn(location.dataFolder)).toEqual(names);
  });

  it('a file whose sums do not fit, or whose rows were left out', async () => {
    const whole = forge(file, (lines) => lines);
    const good = readFileSync(whole);
    const { gunzipSync } = await import('node:zlib');
    const lines = gunzipSync(good).toString().trimEnd().split('\n');
    const without = (index: number) => written(gzipSync(lines.toSpliced(index, 1).join('\n') + '\n'));
    await refused(without(lines.findIndex(table('journal')) + 2), 'corrupt', 'journal');
    await refused(without(lines.length - 1), 'truncated');
    await refused(without(lines.findIndex(table('people'))), 'corrupt', 'tables');
    await refused(written(gzipSync(`${lines.join('\n')}\n{"more":1}\n`)), 'corrupt', 'after the end');
    await refused(
      written(gzipSync(lines.with(0, lines[0]!.replace('Z"', 'z"')).join('\n') + '\n')),
      'corrupt',
      'header',
    );
  });

  it('a backup of a newer format or a newer schema', async () => {
    const newer = forge(file, (lines) => lines.with(0, lines[0]!.replace('"version":2', '"version":3')));
    await refused(newer, 'newer', 'version 3');
    const header = JSON.parse(
      (await import('node:zlib')).gunzipSync(readFileSync(file)).toString().split('\n')[0]!,
    );
    header.migrations.push({ name: '9999-later', checksum: '' });
    await refused(
      forge(file, (lines) => lines.with(0, JSON.stringify(header))),
      'newer',
      '9999-later',
    );
    header.migrations = [{ name: '0001-platform', checksum: 'rewritten' }];
    await refused(
      forge(file, (lines) => lines.with(0, JSON.stringify(header))),
      'newer',
      '0001-platform',
    );
  });

  it('tables and columns that the schema does not have', async () => {
    const renamed = (name: string) => (lines: string[]) =>
      lines.map((line) => (table('people')(line) ? line.replace('"people"', JSON.stringify(name)) : line));
    await refused(forge(file, renamed('nothing')), 'corrupt', 'nothing');
    await refused(forge(file, renamed('people; drop table journal')), 'corrupt', /drop/);
    await refused(forge(file, renamed('schema_migrations')), 'corrupt', 'schema_migrations');
    await refused(forge(file, renamed('__proto__')), 'corrupt', '__proto__');
    const more = (lines: string[]) =>
      lines.map((line) => (table('people')(line) ? line.replace('"columns":[', '"columns":["x",') : line));
    await refused(forge(file, more), 'corrupt', 'people');
    const gone = (lines: string[]) => lines.filter((line) => !table('people')(line));
    await refused(forge(file, gone), 'corrupt', 'people');
    await refused(
      forge(file, (lines) => lines.toSpliced(1, 0, '["a row before its table"]')),
      'corrupt',
    );
  });

  it('values of another type, and rows of another width', async () => {
    // settings has the columns key, value; figures ends with value, version.
    await refused(
      forge(
        file,
        changedRow('settings', (row) => [...row, 'more']),
      ),
      'corrupt',
      'settings 1',
    );
    await refused(
      forge(
        file,
        changedRow('settings', ([key]) => [key, 1]),
      ),
      'corrupt',
      'settings 1, value',
    );
    await refused(
      forge(
        file,
        changedRow('settings', ([key]) => [key, { base64: '' }]),
      ),
      'corrupt',
      'settings 1, value',
    );
    await refused(
      forge(
        file,
        changedRow('settings', ([key]) => [key, null]),
      ),
      'corrupt',
      'settings 1',
    );
    await refused(
      forge(
        file,
        changedRow('figures', (row) => [...row.slice(0, -1), '1']),
      ),
      'corrupt',
      'figures 1, version',
    );
    await refused(
      forge(
        file,
        changedRow('figures', (row) => [...row.slice(0, -1), 1.5]),
      ),
      'corrupt',
      'figures 1, version',
    );
    const infinite = (lines: string[]) => {
      const at = lines.findIndex(table('figures')) + 1;
      return lines.with(at, lines[at]!.replace(/,\d+\]$/, ',1e999]'));
    };
    await refused(forge(file, infinite), 'corrupt', 'figures 1, version');
  });

  it('rows that the constraints of the schema refuse', async () => {
    const twice = (lines: string[]) => {
      const at = lines.findIndex(table('settings')) + 1;
      return lines.toSpliced(at, 0, lines[at]!);
    };
    await refused(forge(file, twice), 'corrupt', 'settings');
    const orphan = changedRow('figures', (row) =>
      row.map((value) => (isTerritory(value) ? 'nowhere' : value)),
    );
    await refused(forge(file, orphan), 'corrupt', 'figures');
    const impossible = changedRow('journal', (row) =>
      row.map((value) => (value === 'create' ? 'destroy' : value)),
    );
    await refused(forge(file, impossible), 'corrupt', 'journal');
  });

  it('a line without end, before it fills the memory', async () => {
    const endless = gzipSync(Buffer.alloc(70 * 1024 * 1024, 'a'), { level: 1 });
    await refused(written(endless), 'corrupt', 'a line without end');
  });

  it('while a server runs on the data', async () => {
    if (location.databaseUrl) {
      const letGo = await holdDatabase(location.databaseUrl, 'shared');
      await expect(restore(location, file)).rejects.toMatchObject({ name: 'DatabaseInUse' });
      await letGo();
    } else {
      const unlock = lockFolder(location.dataFolder);
      await expect(restore(location, file)).rejects.toMatchObject({ name: 'FolderInUse' });
      unlock();
    }
    expect(await contentOf(location)).toEqual(before);
    await restore(location, file);
    expect(await contentOf(location)).not.toEqual(before);
  });

  it('while another program has the data open', async () => {
    if (location.databaseUrl) return;
    await using(location, async (db) => {
      await db.reader.selectFrom('settings').selectAll().execute();
      await expect(restore(location, file)).rejects.toThrow('database is locked');
    });
    expect(await contentOf(location)).toEqual(before);
    expect(namesIn(location.dataFolder)).toEqual(names);
  });
});

/** The country of the test data stands in its figure as the territory it is about. */
function isTerritory(value: unknown): boolean {
  const rows = before['figures']!;
  const territories = before['territories']!.flat();
  return (
    typeof value === 'string' &&
    value.length === 36 &&
    rows.flat().includes(value) &&
    territories.includes(value)
  );
}
