import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview } from '#network/territories/imports.server.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { loadDemonstration } from '../../demo/load.ts';
import { run, runApart } from '../testing.ts';

let db: TestDatabase;
let folder: string;
beforeEach(async () => {
  db = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'indimaj-import-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await db.close();
});

/** Runs the command on the test's database. */
async function indimaj(
  args: string[],
  { lang = 'en', location = db.location, how = run as typeof runApart } = {},
) {
  const surroundings = { location, env: { LC_ALL: `${lang}_MA.UTF-8` } };
  const { code, output: lines, errors } = await how(['import', ...args], surroundings);
  const output = lines.join('\n');
  const preview = (output && JSON.parse(output)) as ImportPreview;
  return { code, preview, output, errors };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const codes = async () => {
  const rows = await db.reader.selectFrom('territories').select('code').orderBy('code').execute();
  return rows.map(({ code }) => code);
};
const list = `code,parent_code,level,name_fr,name_ar
MA,,country,Maroc,المغرب
MA-01,MA,region,Tanger-Tétouan-Al Hoceima,طنجة-تطوان-الحسيمة
MA-TNG,MA-01,province,Tanger-Assilah,طنجة-أصيلة
`;

describe('indimaj import territories', () => {
  it('shows what it would do and writes nothing', async () => {
    const { code, preview, errors } = await indimaj(['territories', file('list.csv', list)]);
    expect(code).toBe(0);
    expect(preview).toMatchObject({ format: 'csv', applied: false, existing: [], leftOut: [], refused: [] });
    expect(preview.create.map(({ code, slug }) => `${code} ${slug}`)).toEqual([
      'MA maroc',
      'MA-01 tanger-tetouan-al-hoceima',
      'MA-TNG tanger-assilah',
    ]);
    expect(errors).toEqual([
      'Preview. To create: 3; already here: 0; left out: 0. Nothing was written; add --apply to write.',
    ]);
    expect(await codes()).toEqual([]);
  });

  it('writes with --apply beside an open node, which notices, and changes nothing the second time', async () => {
    const noticed = new Promise<void>((resolve) => db.watch(resolve));
    const path = file('list.csv', list);
    const first = await indimaj(['territories', '--apply', '--verbose', path], { how: runApart });
    await noticed;
    expect(first).toMatchObject({ code: 0, preview: { applied: true } });
    expect(await codes()).toEqual(['MA', 'MA-01', 'MA-TNG']);
    const journal = db.reader.selectFrom('journal').select(['actor_id', 'kind', 'verb']);
    expect(await journal.execute()).toEqual(
      Array.from({ length: 3 }, () => ({ actor_id: 'system:import', kind: 'territories', verb: 'create' })),
    );
    const second = await indimaj(['territories', path, '--apply', '--verbose']);
    expect(second).toMatchObject({ code: 0, preview: { applied: true, create: [] } });
    expect(second.preview.existing).toHaveLength(3);
    expect(await journal.execute()).toHaveLength(3);
  });

  it('tells in counts what it wrote, and every refusal in words', async () => {
    const written = await indimaj(['territories', '--apply', file('list.csv', list)]);
    expect(written).toMatchObject({ code: 0, output: '' });
    expect(written.errors).toEqual(['Imported. Created: 3; already here: 0; left out: 0.']);
    const faulty = file('faulty.csv', `${list}MA-TET,MA-99,province,Tétouan,تطوان\n`);
    const refused = await indimaj(['territories', '--apply', faulty]);
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.errors).toEqual([
      'Line 5, parent_code: The territory MA-99 is neither here nor in the file.',
      expect.stringContaining('Nothing was written'),
    ]);
  });

  it.each([
    ['fr', 'Ligne 5, parent_code\u00a0: Le territoire MA-99 n’existe ni ici ni dans le fichier.'],
    ['ar', 'السطر 5، parent_code: الوحدة الترابية MA-99 غير موجودة هنا ولا في الملف.'],
    ['en', 'Line 5, parent_code: The territory MA-99 is neither here nor in the file.'],
  ])(
    'names the line and the field in %s, and writes nothing of a file with one fault',
    async (lang, words) => {
      const path = file('list.csv', `${list}MA-TET,MA-99,province,Tétouan,تطوان\n`);
      const { code, preview, errors } = await indimaj(['territories', path, '--apply', '--verbose'], {
        lang,
      });
      expect(code).toBe(1);
      expect(errors[0]).toBe(words);
      expect(preview).toMatchObject({ applied: false, refused: [{ place: 5, field: 'parent_code' }] });
      expect(await codes()).toEqual([]);
    },
  );

  it('lets no file steer the terminal', async () => {
    const path = file('hostile.csv', `code,"\u009b31m\u202e"\nMA,x\n`);
    const { code, output, errors } = await indimaj(['territories', path]);
    expect(code).toBe(1);
    expect(output).toContain('\\u009b31m\\u202e');
    expect((output + errors.join('')).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });

  it.each([
    [
      'a file that is not there',
      ['territories', '/nowhere/list.csv'],
      1,
      /\/nowhere\/list\.csv does not exist/,
    ],
    ['no file', ['territories'], 2, /Name the file/],
    ['something else', ['sources', 'list.csv'], 2, /“sources” cannot be imported/],
    [
      'a level that holds nothing',
      ['territories', 'a', '--parent-level', 'commune'],
      2,
      /country, region, province/,
    ],
  ])('refuses %s', async (_, args, status, words) => {
    const { code, output, errors } = await indimaj(args);
    expect(code).toBe(status);
    expect(errors.join('\n')).toMatch(words);
    expect(output).toBe('');
  });

  it('reads no further than the limit of a file without end', async () => {
    const { code, preview } = await indimaj(['territories', '/dev/zero']);
    expect(code).toBe(1);
    expect(preview.refused).toMatchObject([{ reason: 'network_import_too_large' }]);
  });

  it.skipIf(process.env['TEST_ENGINE'] === 'postgres')('makes no database for a preview', async () => {
    const dataFolder = join(folder, 'none');
    const path = file('list.csv', list);
    const { code, output, errors } = await indimaj(['territories', path], { location: { dataFolder } });
    expect({ code, output, made: existsSync(dataFolder) }).toEqual({ code: 1, output: '', made: false });
    expect(errors).toEqual(['There are no data here yet: run indimaj migrate or npm start first.']);
    expect((await indimaj(['territories', path, '--apply'], { location: { dataFolder } })).code).toBe(0);
  });
});

const iso = fileURLToPath(
  new URL('../../../shared/data/codelists/debian-iso-codes/iso_3166-2.json', import.meta.url),
);

describe.skipIf(!existsSync(iso))(
  `Debian's list${existsSync(iso) ? '' : ' (skipped: ../shared/data is not here)'}`,
  () => {
    it('gives the demonstration network its seventy-five provinces and prefectures, once', async () => {
      await loadDemonstration(db);
      const before = await codes();
      const first = await indimaj(['territories', iso, '--apply']);
      expect(first.errors).toEqual(['Imported. Created: 75; already here: 0; left out: 0.']);
      expect(await codes()).toHaveLength(before.length + 75);
      const marked = db.reader.selectFrom('territories').select('code').where('code_mark', 'is not', null);
      expect(await marked.where('level', '=', 'province').execute()).toHaveLength(8);
      const second = await indimaj(['territories', iso, '--apply']);
      expect(second.errors).toEqual(['Imported. Created: 0; already here: 75; left out: 0.']);
      expect(JSON.parse(readFileSync(iso, 'utf8'))['3166-2'].length).toBeGreaterThan(5_000);
    });
  },
);
