import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFor } from './migrate.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'indimaj-migrations-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function read(engine: 'sqlite' | 'postgres', ...files: string[]) {
  for (const file of files) writeFileSync(join(folder, file), `-- ${file}`);
  return migrationsFor(engine, pathToFileURL(`${folder}/`)).map(({ name, sql }) => [name, sql]);
}

describe('migrationsFor', () => {
  it("takes the files of both engines, and the engine's own where they differ", () => {
    const files = ['0001-a.sqlite.sql', '0001-a.postgres.sql', '0002-b.sql'];
    expect(read('sqlite', ...files)).toEqual([
      ['0001-a', '-- 0001-a.sqlite.sql'],
      ['0002-b', '-- 0002-b.sql'],
    ]);
    expect(read('postgres')).toEqual([
      ['0001-a', '-- 0001-a.postgres.sql'],
      ['0002-b', '-- 0002-b.sql'],
    ]);
  });

  it('refuses a missing number, a number that stands twice, and a name of another form', () => {
    expect(() => read('sqlite', '0001-a.sql', '0003-c.sql')).toThrow(
      /0003-c does not follow number 1 on sqlite/,
    );
    expect(() => read('sqlite', '0002-b.sql', '0002-b.sqlite.sql')).toThrow(
      /0002-b does not follow number 2/,
    );
    expect(() => read('sqlite', '4-d.sql')).toThrow(/NNNN-name.sql/);
  });

  it('finds an engine that was left out', () => {
    expect(() => read('postgres', '0001-a.sqlite.sql', '0002-b.sql')).toThrow(
      /0002-b does not follow number 0/,
    );
  });
});
