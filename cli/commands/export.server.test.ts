import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { loadDemonstration } from '../../demo/load.ts';
import { run } from '../testing.ts';

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  await loadDemonstration(db);
  folder = mkdtempSync(join(tmpdir(), 'indimaj-lists-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.close();
});

const indimaj = (...args: string[]) => run(args, { location: db.location });
const file = (name: string, content?: string) => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return path;
};

describe('indimaj export and import', () => {
  it.each([
    ['organisations', 'xlsx', 'ar'],
    ['people', 'csv', 'fr'],
  ])('give back %s as they were (%s, %s)', async (noun, format, language) => {
    const path = file(`${noun}.${format}`);
    const written = await indimaj('export', noun, path, '--language', language);
    expect(written).toEqual({ code: 0, output: [path], errors: [`Exported: ${path}`] });
    const { code, errors, output } = await indimaj('import', noun, path, '--apply', '--verbose');
    expect({ code, errors }).toEqual({
      code: 0,
      errors: [expect.stringMatching(/^Imported\. Created: 0; changed: 0; the same: \d+; remarks: 0\.$/)],
    });
    expect(JSON.parse(output.join('\n'))).toMatchObject({ applied: true, create: [], change: [] });
  });

  it('say each fault as file, cell and sentence, and write nothing', async () => {
    const path = file('faults.csv', 'slug;name_fr;type;level;Note\niom;Autre;nothing;;x\n');
    const { code, errors } = await indimaj('import', 'organisations', path, '--apply');
    expect(code).toBe(1);
    expect(errors).toEqual([
      expect.stringMatching(/^.*faults\.csv:E1: The column “Note” is not known/),
      `${path}:C2: “nothing” is no value of the column “Type”. The help sheet of an exported file lists them all.`,
      expect.stringMatching(/^.*faults\.csv:D2: /),
      'Refusals: 2. Nothing was written; correct the file, then run again.',
    ]);
  });

  it('show what would be written, and who may be there already', async () => {
    const path = file('new.csv', 'nom;type;niveau\nAgence Francaise de Developpement;donor;local\n');
    const { code, errors, output } = await indimaj('import', 'organisations', path);
    expect(code).toBe(0);
    expect(JSON.parse(output.join('\n'))).toMatchObject({ applied: false, create: [{ row: 2 }] });
    expect(errors).toEqual([
      expect.stringMatching(
        /^.*new\.csv:2: perhaps recorded already: Agence française de développement \(afd\)$/,
      ),
      expect.stringMatching(/^Preview\. To create: 1; to change: 0; the same: 0; remarks: 1\./),
    ]);
  });

  it('let no file steer the terminal', async () => {
    const path = file('hostile.csv', 'nom;type;"\u009b31m\u202e"\nx;"\u009b2J";y\n');
    const { output, errors } = await indimaj('import', 'organisations', path);
    expect([...output, ...errors].join('')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });

  it.each([
    ['a renamed program', readFileSync(process.execPath).subarray(0, 50_000), /neither an Excel workbook/],
    ['a file without end', null, /larger than 5 MB/],
  ])('refuse %s', async (_, content, words) => {
    const path = content ? file('program.xlsx') : '/dev/zero';
    if (content) writeFileSync(path, content);
    const { code, errors } = await indimaj('import', 'people', path);
    expect(code).toBe(1);
    expect(errors[0]).toMatch(words);
  });

  it.each([
    ['something else', ['sources', 'a.csv'], /“sources” cannot be exported/],
    ['no file', ['people'], /Name the file/],
    ['another format', ['people', 'a.pdf'], /must end in \.xlsx or \.csv/],
    ['another language', ['people', 'a.csv', '--language', 'es'], /fr, ar, en/],
  ])('refuse to export %s', async (_, args, words) => {
    const { code, output, errors } = await indimaj('export', ...args);
    expect({ code, output }).toEqual({ code: 2, output: [] });
    expect(errors.join('\n')).toMatch(words);
  });
});
