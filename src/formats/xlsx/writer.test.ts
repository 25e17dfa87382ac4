import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchive } from './archive.ts';
import type { Workbook } from './model.ts';
import { readXlsx } from './reader.ts';
import { xlsxFile } from './writer.ts';

const workbook: Workbook = {
  title: 'قائمة',
  modified: new Date('2018-04-10T09:30:00Z'),
  rightToLeft: true,
  sheets: [
    {
      name: 'القائمة',
      header: ['الاسم', 'Type'],
      rows: [
        ['=1+1', '+33'],
        ['@SUM(A1)', "-cmd|' /C calc'!A0"],
      ],
      widths: [30, 12],
      choices: [
        { column: 1, sheet: "l'aide", from: { column: 2, first: 2, last: 4 }, title: 'a', text: 'b' },
      ],
    },
    { name: "l'aide", header: ['x'], rows: [['y']], widths: [90], wraps: true },
  ],
};

async function part(name: string, given: Workbook = workbook): Promise<string> {
  return new TextDecoder().decode(openArchive(await xlsxFile(given)).read(name));
}

describe('xlsxFile', () => {
  it('writes every cell as text, whatever it begins with', async () => {
    const sheet = await part('xl/worksheets/sheet1.xml');
    expect(sheet).not.toMatch(/<f\b/);
    expect([...sheet.matchAll(/<c [^>]*>/g)].every(([cell]) => cell.includes('t="s"'))).toBe(true);
    expect(readXlsx(await xlsxFile(workbook))).toEqual({
      tables: [
        {
          sheet: 'القائمة',
          rows: [
            { number: 1, cells: ['الاسم', 'Type'] },
            { number: 2, cells: ['=1+1', '+33'] },
            { number: 3, cells: ['@SUM(A1)', "-cmd|' /C calc'!A0"] },
          ],
        },
        {
          sheet: "l'aide",
          rows: [
            { number: 1, cells: ['x'] },
            { number: 2, cells: ['y'] },
          ],
        },
      ],
      problems: [],
    });
  });

  it('writes numbers and days as a spreadsheet reckons with them, and a vague day as text', async () => {
    const rows = [
      ['=1', null, '2019'],
      ['b', 1234.5, { day: '2026-11-27' }],
      [null, 0, { day: '2028-02-29' }],
    ];
    const file = await xlsxFile({
      ...workbook,
      sheets: [{ name: 'a', header: ['x', 'y', 'z'], rows, widths: [9, 9, 9] }],
    });
    expect(readXlsx(file).tables[0]!.rows.map(({ cells }) => cells)).toEqual([
      ['x', 'y', 'z'],
      ['=1', '', '2019'],
      ['b', '1234.5', '2026-11-27'],
      ['', '0', '2028-02-29'],
    ]);
  });

  it('goes from right to left where asked, its header bold and frozen, its columns as wide as given', async () => {
    const sheet = await part('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('rightToLeft="1"');
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/);
    expect(sheet).toMatch(/<col min="1" max="1" width="30"/);
    expect(await part('xl/styles.xml')).toMatch(/<font><b\/>/);
    const other = await part('xl/worksheets/sheet1.xml', { ...workbook, rightToLeft: false });
    expect(other).not.toContain('rightToLeft="1"');
  });

  it('offers the choices of a column from the other sheet, and only warns of others', async () => {
    const sheet = await part('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<dataValidation type="list" sqref="B2:B10000"[^>]* errorStyle="warning"/);
    expect(sheet).toMatch(/<formula1>'l(&apos;&apos;|'')aide'!\$C\$2:\$C\$4<\/formula1>/);
  });

  it('gives the same bytes for the same input, at whatever time', async () => {
    expect(await xlsxFile(workbook)).toEqual(await xlsxFile(structuredClone(workbook)));
    expect(await part('docProps/core.xml')).not.toMatch(/20[2-9]\d/);
    expect(await part('docProps/core.xml')).toContain('2018-04-10T09:30:00Z');
  });

  it('gives back every text as it was', async () => {
    const text = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('_x0041_', '_x005F_x0041_', '_x_', '\r\n', '\0', ' a ', ']]>', '<b>&amp;', "'=1"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (cells) => {
        const sheet = { name: 's', header: ['h'], rows: [[...cells, 'end']], widths: [] };
        const [table] = readXlsx(await xlsxFile({ ...workbook, sheets: [sheet] })).tables;
        expect(table?.rows[1]?.cells).toEqual([...cells.map((cell) => cell.toWellFormed()), 'end']);
      }),
      { numRuns: 200 },
    );
  });
});
