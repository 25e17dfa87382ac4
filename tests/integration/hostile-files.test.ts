import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readProgrammeFile } from '#events/programme-files/imports.server.ts';
import { workbookParts, zipOf, type TestPart } from '#formats/xlsx/testing.ts';
import { m } from '#messages';
import { readList } from '#network/lists/imports.server.ts';
import { organisationColumns } from '#network/organisation-lists/model.ts';
import { readArchive } from '#platform/archive/read.ts';
import { writeArchive } from '#platform/archive/write.ts';
import { BackupRefusal } from '#platform/backup/format.ts';
import { using, writeSomething } from '#platform/backup/testing.ts';
import { migrate } from '#platform/database/migrate.ts';
import { makeTestLocation } from '#platform/database/testing.ts';
import { startModule } from '#platform/testing/child.ts';
import { mutated } from '../support/mutated.ts';
import { seeded, testSeed } from '../support/random.ts';

/*
 * Files as they are really sent, and what may become of them: whatever is read, the answer is a preview or a refusal
 * in words, with its place. TEST_SEED repeats a run.
 */
const seed = testSeed();
const folder = mkdtempSync(join(tmpdir(), 'indimaj-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Looks at many changed forms of some bytes; a failure says how to see it again. */
async function overMany(
  bytes: Uint8Array,
  times: number,
  look: (changed: Buffer) => void | Promise<void>,
): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const { bytes: changed, ways } = mutated(bytes, seeded(seed + time));
    try {
      await look(changed);
    } catch (error) {
      throw new Error(`TEST_SEED=${seed}, the ${time}th: ${ways.join(', ')}`, { cause: error });
    }
  }
}

const isMessage = (key: string) =>
  expect([key, typeof (m as unknown as Record<string, unknown>)[key]]).toEqual([key, 'function']);

describe('a programme', () => {
  const golden = (path: string) => readFileSync(new URL(`../golden/${path}`, import.meta.url));
  const looked = (bytes: Buffer) => {
    const read = readProgrammeFile(bytes);
    const { items, problems } = read.itemsIn('Africa/Casablanca');
    const errors = read.problems.filter(({ severity }) => severity === 'error');
    expect(items.length + errors.length).toBeGreaterThan(0);
    const lines = bytes.toString('latin1').split(/\r\n|\r|\n/).length;
    for (const { line, reason } of [...read.problems, ...problems]) {
      isMessage(reason);
      if (line !== null) expect(line >= 1 && line <= lines * 2).toBe(true);
    }
    for (const { line } of items) expect(line).toBeGreaterThanOrEqual(1);
  };

  it.each([
    'frab/exercise-ramadan-2026/expected.xml',
    'frab/exercise-ramadan-2026/expected.json',
    'ics/ramadan-2026/expected.ics',
    'ics/rabat-2018-ar/expected.ics',
  ])('that was changed is a preview or errors with their lines: %s', async (path) => {
    expect(readProgrammeFile(golden(path)).itemsIn('Africa/Casablanca').items).not.toEqual([]);
    await overMany(golden(path), 60, looked);
  });
});

const list = [
  'Nom;Name;الاسم;Type;Niveau;Site',
  'Conseil régional;Regional council;مجلس الجهة;public-authority;regional;https://example.org',
  'Association du rivage;Shore association;جمعية الساحل;association;local;',
  '"Centre ""Nord""";"North; centre";مركز;academia;national;',
].join('\r\n');

/** A list's answer: rows, or a refusal; every problem in words and, where it is of a cell, at a cell. */
function looksLikeAnswer(bytes: Uint8Array): void {
  const { rows, problems } = readList(bytes, organisationColumns);
  expect(rows.length > 0 || problems.some(({ severity }) => severity === 'refusal')).toBe(true);
  for (const { reason, cell } of problems) {
    isMessage(reason);
    if (cell !== null) expect(cell).toMatch(/^[A-Z]+[1-9]\d*$/);
  }
}

describe('a list', () => {
  it('in CSV that was changed is rows or a refusal with its cells', async () => {
    looksLikeAnswer(Buffer.from(list));
    await overMany(Buffer.from(list), 200, looksLikeAnswer);
  });

  const cell = (text: string) => `<c t="inlineStr"><is><t>${text.replaceAll('"', '&quot;')}</t></is></c>`;
  const rows = list
    .split('\r\n')
    .map((line) => `<row>${line.split(';').map(cell).join('')}</row>`)
    .concat(
      '<row><c><f>SUM(A1:A9)</f></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c s="1"><v>43200</v></c></row>',
    )
    .join('');
  const merged = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B2:B4"/></mergeCells>';
  const parts = { ...workbookParts(rows, merged), 'xl/vbaProject.bin': 'macro' };

  it('in a workbook whose bytes were changed is rows or a refusal', async () => {
    looksLikeAnswer(zipOf(parts));
    await overMany(zipOf(parts), 150, looksLikeAnswer);
  });

  it('in a workbook any of whose parts was changed, with formulas, macros and merged cells, is rows or a refusal', async () => {
    for (const [name, content] of Object.entries(parts))
      await overMany(Buffer.from(content as string), 25, (changed) =>
        looksLikeAnswer(zipOf({ ...parts, [name]: changed })),
      );
  });

  it.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml'])(
    'that would unpack to 200 MB is refused in bounded memory, honest or not: %s',
    async (name) => {
      for (const says of [200_000_000, 1_000]) {
        const bomb: TestPart = { content: Buffer.alloc(200_000_000, ' '), says };
        const file = join(folder, 'bomb.xlsx');
        writeFileSync(file, zipOf({ ...parts, [name]: bomb }));
        bomb.content = '';
        const child = startModule(
          `import { readFileSync } from 'node:fs';
          import { readXlsx } from '#formats/xlsx/reader.ts';
          const bytes = readFileSync(input.file);
          const before = process.resourceUsage().maxRSS;
          const { problems } = readXlsx(bytes);
          console.log(JSON.stringify({ problems, grown: (process.resourceUsage().maxRSS - before) * 1024 }));`,
          { file },
        );
        const { problems, grown } = JSON.parse(await child.line());
        await child.ended;
        expect(problems).toEqual([
          expect.objectContaining({ reason: 'platform_table_unpacks_too_large', severity: 'refusal' }),
        ]);
        // Unpacked as far as a part may go, and no further.
        expect(grown).toBeLessThan(150_000_000);
      }
    },
  );
});

describe('an archive', () => {
  it('that was changed is read whole or refused, and never anything else', async () => {
    const { location, remove } = await makeTestLocation();
    try {
      await using(location, async (db) => {
        await migrate(db);
        await writeSomething(db);
      });
      const file = join(folder, 'node.tar');
      const { rows } = await writeArchive(location, file);
      const changed = join(folder, 'changed.tar');
      const outcomes = new Set<string>();
      await overMany(readFileSync(file), 60, async (bytes) => {
        writeFileSync(changed, bytes);
        try {
          for await (const part of readArchive(changed, folder))
            if (part.kind === 'end') expect(part.rows).toBe(rows);
          outcomes.add('read');
        } catch (error) {
          if (!(error instanceof BackupRefusal)) throw error;
          outcomes.add(error.reason);
        }
      });
      expect([...outcomes]).toContain('corrupt');
    } finally {
      await remove();
    }
  });
});
