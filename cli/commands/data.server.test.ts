import { existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentOf, using, writeSomething } from '#platform/backup/testing.ts';
import { migrationsFor } from '#platform/database/migrate.ts';
import { makeTestLocation, testEngine } from '#platform/database/testing.ts';
import { indimaj, run } from '../testing.ts';

let place: Awaited<ReturnType<typeof makeTestLocation>>;
beforeEach(async () => {
  place = await makeTestLocation();
});
afterEach(() => place.remove());

const here = () => ({ location: place.location });
const file = () => join(place.location.dataFolder, 'kept.indimaj');

describe('indimaj migrate', () => {
  it('brings the schema up to date, once', async () => {
    const names = migrationsFor(testEngine).map((migration) => migration.name);
    const first = await run(['migrate'], here());
    expect([first.code, first.errors.at(-1)]).toEqual([0, `✔ Steps applied: ${names.join(', ')}`]);
    const second = await run(['migrate'], here());
    expect([second.code, second.errors.at(-1)]).toEqual([0, '✔ The database’s schema is up to date.']);
  });

  it('refuses data of a newer version', async () => {
    await run(['migrate'], here());
    await using(place.location, (db) =>
      db.script(`insert into schema_migrations values ('9999-later', '', '')`),
    );
    const { code, errors } = await run(['migrate'], here());
    expect([code, errors.at(-1)]).toEqual([
      1,
      expect.stringContaining('newer version of Indimaj (step 9999-later)'),
    ]);
  });

  it.runIf(testEngine === 'sqlite')(
    'says where it cannot write, and what is no database (SQLite)',
    async () => {
      const path = join(place.location.dataFolder, 'file');
      writeFileSync(path, 'no folder');
      const into = await run(['migrate', '--data', join(path, 'data')], here());
      expect([into.code, into.errors.at(-1)]).toEqual([
        1,
        expect.stringContaining(`Cannot write to ${path}`),
      ]);
      writeFileSync(join(place.location.dataFolder, 'indimaj.sqlite'), 'not a database, '.repeat(100));
      const damaged = await run(['migrate'], here());
      expect([damaged.code, damaged.errors.at(-1)]).toEqual([
        1,
        expect.stringContaining('is damaged or is not'),
      ]);
    },
  );
});

describe('indimaj backup and restore', () => {
  beforeEach(async () => {
    await run(['migrate'], here());
  });

  it('keep the data and bring them back', async () => {
    await using(place.location, writeSomething);
    const before = await contentOf(place.location);
    expect(await run(['backup', file()], here())).toMatchObject({ code: 0, output: [file()] });
    expect(statSync(file()).mode & 0o777).toBe(0o600);

    await using(place.location, (db) => db.script('delete from figures'));
    const restored = await run(['restore', file(), '--yes'], here());
    expect(restored.code).toBe(0);
    expect(restored.errors.at(-1)).toMatch(/^The data replaced are kept: .*before.restore.\d{14}z$/);
    expect(await contentOf(place.location)).toEqual(before);
  });

  it('name the file by themselves where none is named', async () => {
    const { output } = await run(['backup'], here());
    expect(output[0]).toMatch(/backups\/indimaj-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.indimaj$/);
    expect(existsSync(output[0]!)).toBe(true);
    expect(readdirSync(join(place.location.dataFolder, 'backups'))).toHaveLength(1);
  });

  it('replace nothing without being told to', async () => {
    await run(['backup', file()], here());
    const before = await contentOf(place.location);
    const { code, errors } = await run(['restore', file()], here());
    expect([code, errors.at(-1)]).toEqual([
      2,
      expect.stringMatching(/^Restoring replaces all the data of .* add --yes/),
    ]);
    expect(await contentOf(place.location)).toEqual(before);
    const twice = await run(['backup', file()], here());
    expect([twice.code, twice.errors.at(-1)]).toEqual([1, `${file()} already exists; name another file.`]);
  });

  it('refuse a file that was cut, in one sentence', async () => {
    await run(['backup', file()], here());
    truncateSync(file(), 300);
    const { code, errors } = await run(['restore', file(), '--yes'], here());
    expect(code).toBe(1);
    expect(errors.at(-1)).toBe(`${file()} is incomplete: its end is missing; nothing was changed.`);
    const nowhere = await run(['restore', '/nowhere/x', '--yes'], here());
    expect([nowhere.code, nowhere.errors]).toEqual([1, ['/nowhere/x does not exist or cannot be read.']]);
  });

  it('refuse where there is nothing to back up, or no place for it', async () => {
    const empty = await makeTestLocation();
    const nothing = await run(['backup', file()], { location: empty.location });
    expect([nothing.code, nothing.errors.at(-1)]).toEqual([1, expect.stringContaining('no data to back up')]);
    await empty.remove();
    writeFileSync(join(place.location.dataFolder, 'plain'), '');
    const under = await run(['backup', join(place.location.dataFolder, 'plain', 'x')], here());
    expect([under.code, under.errors.at(-1)]).toEqual([1, expect.stringContaining('Cannot write to')]);
    const nowhere = await run(['backup', '/proc/indimaj/x'], here());
    expect([nowhere.code, nowhere.errors.at(-1)]).toEqual([1, expect.stringContaining('Cannot write to')]);
  });

  it('end without a trace when they are interrupted', async () => {
    await using(place.location, writeSomething);
    await run(['backup', file()], here());
    const before = await contentOf(place.location);
    const child = indimaj(['restore', file(), '--yes'], here());
    await expect.poll(() => child.errors(), { timeout: 15_000 }).toContain('Checking and restoring');
    child.process.kill('SIGKILL');
    await child.ended;
    const after = await contentOf(place.location);
    expect(after).toEqual(before);
    expect((await run(['restore', file(), '--yes'], here())).code).toBe(0);
    expect(readdirSync(place.location.dataFolder).filter((name) => name.includes('restoring'))).toEqual([]);
  });
});
