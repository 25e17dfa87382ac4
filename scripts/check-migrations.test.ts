import { describe, expect, it } from 'vitest';
import { checkMigrations } from './check-migrations.ts';
import { tree } from './check/tree.ts';

const refusals = (...files: string[]) =>
  checkMigrations(tree(Object.fromEntries(files.map((file) => [`migrations/${file}`, 'select 1;'])))).map(
    ({ file, rule }) => `${file.slice('migrations/'.length)}: ${rule}`,
  );

describe('checkMigrations', () => {
  it('accepts one of each number, shared or with a file for each engine', () => {
    expect(refusals('0001-a.sqlite.sql', '0001-a.postgres.sql', '0002-b.sql', '0003-c.sql')).toEqual([]);
  });

  it('accepts the project’s own', () => {
    expect(checkMigrations(process.cwd())).toEqual([]);
  });

  it('refuses a gap, on the engine that has it', () => {
    expect(refusals('0001-a.sql', '0003-c.sql')).toEqual([
      '0003-c.sql: number 2 is missing on sqlite',
      '0003-c.sql: number 2 is missing on postgres',
    ]);
    expect(refusals('0001-a.sql', '0002-b.sqlite.sql', '0003-c.sql')).toEqual([
      '0003-c.sql: number 2 is missing on postgres',
    ]);
    expect(refusals('0002-b.sql')).toEqual([
      '0002-b.sql: number 1 is missing on sqlite',
      '0002-b.sql: number 1 is missing on postgres',
    ]);
  });

  it('refuses a number that stands twice', () => {
    expect(refusals('0001-a.sql', '0001-b.sql')).toEqual([
      '0001-b.sql: number 1 stands twice on sqlite',
      '0001-b.sql: number 1 stands twice on postgres',
    ]);
    expect(refusals('0001-a.sql', '0001-a.sqlite.sql')).toEqual([
      '0001-a.sqlite.sql: number 1 stands twice on sqlite',
    ]);
  });

  it('refuses engines that call one migration by two names, and names of another form', () => {
    expect(refusals('0001-a.postgres.sql', '0001-b.sqlite.sql')).toEqual([
      '0001-b.sqlite.sql: a migration has another name on the other engine',
    ]);
    expect(refusals('0001-a.sql', '2-b.sql')[0]).toMatch(/^2-b\.sql: a migration is named/);
  });
});
