import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableLimits, type ReadTables } from '../table/model.ts';
import { archiveLimits } from './archive.ts';
import { looksLikeWorkbook, readXlsx } from './reader.ts';
import { workbookParts, zipOf, type TestPart } from './testing.ts';

type Parts = Record<string, string | Uint8Array | TestPart>;

const read = (rows: string, more = '', parts: Parts = {}) =>
  readXlsx(zipOf({ ...workbookParts(rows, more), ...parts }));
const cells = ({ tables }: ReadTables) => tables.map(({ rows }) => rows.map(({ cells }) => cells));
const told = ({ problems }: ReadTables) =>
  problems.map(({ cell, reason, severity }) => [cell, reason.replace('platform_table_', ''), severity]);
const refusal = (reason: string) => [[null, reason, 'refusal']];
const text = (name: string, value: string) => `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a sheet', () => {
  it('gives texts, numbers, dates, times and truth values as they are written', () => {
    const found = read(
      `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>${text('C2', '&lt;b&gt; _x005F_x0041_')}
       <c r="D2"><v>1.10</v></c><c r="E2"><v>1E+20</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="str"><v>s</v></c></row>
       <row r="5"><c r="A5" s="1"><v>43200</v></c><c r="B5" s="2"><v>43200.395833333336</v></c><c r="C5" s="3"><v>0.5</v></c>
       <c r="D5" s="2"><v>-1</v></c><c r="E5" t="d"><v>2018-04-10</v></c><c r="G5"><v>0</v></c></row>`,
    );
    expect(found).toEqual({
      tables: [
        {
          sheet: 'List',
          rows: [
            {
              number: 2,
              cells: ['shared', 'rich', '<b> _x0041_', '1.1', '100000000000000000000', 'TRUE', 's'],
            },
            { number: 5, cells: ['2018-04-10', '2018-04-10T09:30', '12:00', '-1', '2018-04-10', '', '0'] },
          ],
        },
      ],
      problems: [],
    });
  });

  it('counts days from 1904 where the workbook does', () => {
    const workbook = String(workbookParts('')['xl/workbook.xml']).replace(
      '<workbookPr/>',
      '<workbookPr date1904="1"/>',
    );
    const found = read('<row><c s="1"><v>41738</v></c></row>', '', { 'xl/workbook.xml': workbook });
    expect(cells(found)).toEqual([[['2018-04-10']]]);
  });

  it('numbers rows and cells that have no number, and passes over empty ones', () => {
    const found = read(
      '<row><c><v>1</v></c><c s="1"/><c><v>3</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row><row r="4"/><row><c><v>5</v></c></row>',
    );
    expect(found.tables[0]?.rows).toEqual([
      { number: 1, cells: ['1', '', '3'] },
      { number: 5, cells: ['5'] },
    ]);
  });

  it('takes a formula’s last value, an error for nothing, and says so', () => {
    const found = read(
      `<row><c r="A1" t="str"><f>HYPERLINK("http://x")</f><v>shown</v></c><c r="B1"><f>1+1</f><v>2</v></c>
       <c r="C1"><f>NOW()</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
    );
    expect(cells(found)).toEqual([[['shown', '2']]]);
    expect(told(found)).toEqual([
      ['A1', 'formula', 'warning'],
      ['B1', 'formula', 'warning'],
      ['C1', 'formula_empty', 'warning'],
      ['D1', 'error_value', 'warning'],
    ]);
  });

  it('gives a merged range’s value to its first cell', () => {
    const rows = `<row r="1">${text('A1', 'a')}${text('B1', 'hidden')}${text('C1', 'c')}</row><row r="2">${text('A2', 'hidden')}</row>`;
    const found = read(rows, '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="E5:F6"/></mergeCells>');
    expect(cells(found)).toEqual([[['a', '', 'c'], ['']]].map((sheet) => sheet.slice(0, 1)));
    expect(found.problems).toMatchObject([
      { cell: 'A1', reason: 'platform_table_merged', values: { range: 'A1:B2' } },
    ]);
  });

  it('is refused where its rows, columns or texts are too many', () => {
    expect(told(read(`<row>${text('A10001', 'x')}</row>`))).toEqual(refusal('too_many_rows'));
    expect(told(read(`<row>${text('CW1', 'x')}</row>`))).toEqual(refusal('too_many_columns'));
    expect(told(read(`<row>${text('XFD1048576', 'x')}</row>`))).toEqual(refusal('too_many_rows'));
    const long = 'x'.repeat(tableLimits.text);
    expect(cells(read(`<row>${text('CV10000', long)}</row>`))[0]?.[0]?.[99]).toBe(long);
    expect(told(read(`<row>${text('A1', `${long}x`)}</row>`))).toEqual(refusal('text_too_long'));
  });

  it('warns a hundred times at most', () => {
    const formulas = Array.from({ length: 5_000 }, () => '<row><c><f>1</f><v>1</v></c></row>');
    const { problems } = read(formulas.join(''));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatchObject({ reason: 'platform_table_more', values: { count: 4_900 } });
  });
});

describe('a workbook', () => {
  const row = '<row><c><v>1</v></c></row>';

  it('is read in the strict dialect, with prefixes and in UTF-16', () => {
    const parts = workbookParts('<x:row><x:c><x:v>1</x:v></x:c></x:row>');
    const strict = Object.entries(parts).map(([name, content]) => {
      const words = String(content)
        .replaceAll('schemas.openxmlformats.org/officeDocument/2006', 'purl.oclc.org/ooxml/officeDocument')
        .replace(/(<\/?)(workbook|sheet|worksheet|sheetData)\b/g, '$1x:$2');
      return [name, Buffer.from(`\ufeff${words}`, 'utf16le')];
    });
    expect(cells(readXlsx(zipOf(Object.fromEntries(strict))))).toEqual([[['1']]]);
  });

  it('with macros is read as data, and nothing of the macros is unpacked', () => {
    const bomb: TestPart = { content: 'x', says: 5, crc: 0 };
    const found = read(row, '', { 'xl/vbaProject.bin': bomb });
    expect(cells(found)).toEqual([[['1']]]);
    expect(told(found)).toEqual([[null, 'macros', 'warning']]);
  });

  it('gives no hidden sheet, and names it', () => {
    const workbook =
      '<workbook xmlns:r="x"><sheets><sheet name="H" state="veryHidden" r:id="s"/><sheet name="List" r:id="s"/><sheet name="C" r:id="y"/></sheets></workbook>';
    const found = read(row, '', { 'xl/workbook.xml': workbook });
    expect(found.tables.map(({ sheet }) => sheet)).toEqual(['List']);
    expect(found.problems).toMatchObject([
      { sheet: 'H', reason: 'platform_table_sheet_hidden', values: { sheet: 'H' } },
    ]);
  });

  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  it.each<[string, Uint8Array, string]>([
    ['an old workbook (.xls)', new Uint8Array([...ole, ...new Uint8Array(600)]), 'old_excel'],
    [
      'a workbook behind a password',
      new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      'protected',
    ],
    ['an archive behind a password', zipOf({ 'a.xml': { content: 'x', flags: 1 } }), 'protected'],
    ['an OpenDocument table', zipOf({ mimetype: 'x', 'content.xml': '<a/>' }), 'other_workbook'],
    [
      'a text document',
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<a/>' }),
      'other_workbook',
    ],
    ['a cut file', zipOf(workbookParts(row)).subarray(0, 700), 'damaged'],
    ['no archive at all', new TextEncoder().encode('PK\u0003\u0004 not really'), 'damaged'],
    ['a renamed program', new TextEncoder().encode('MZ\u0090\0 This program'), 'damaged'],
    ['a large file', new Uint8Array(tableLimits.bytes + 1), 'too_large'],
  ])('is refused where it is %s', (_, bytes, reason) => {
    expect(told(readXlsx(bytes))).toEqual(refusal(reason));
  });

  it.each<[string, Parts, string]>([
    ['a wrong sum', { 'xl/styles.xml': { content: '<a/>', crc: 1 } }, 'damaged'],
    ['another compression', { 'xl/styles.xml': { content: '<a/>', method: 9 } }, 'damaged'],
    ['a part twice', { 'XL/styles.xml': '<a/>' }, 'damaged'],
    ['a document type', { 'xl/styles.xml': '<!DOCTYPE a><a/>' }, 'damaged'],
    ['an entity', { 'xl/sharedStrings.xml': '<sst><si><t>&x;</t></si></sst>' }, 'damaged'],
    ['no UTF-8', { 'xl/styles.xml': new Uint8Array([0x3c, 0xff, 0x3e]) }, 'damaged'],
    ['no XML', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }, 'damaged'],
    ['no sheets', { 'xl/workbook.xml': '<workbook/>' }, 'empty'],
  ])('is refused with %s', (_, parts, reason) => {
    expect(told(read(row, '', parts))).toEqual(refusal(reason));
  });

  it('refuses merged ranges that overlap beyond measure', () => {
    const ranges = '<mergeCell ref="A1:CV10000"/>'.repeat(1_000);
    expect(told(read(row, `<mergeCells>${ranges}</mergeCells>`))).toEqual(refusal('damaged'));
  });
});

describe('an archive that would grow', () => {
  const zeros = (size: number) => new Uint8Array(size);
  const row = '<row><c><v>1</v></c></row>';

  it('is refused by what its directory says, before anything is unpacked', () => {
    // Nothing of it could be unpacked: a reader that tried would say it is damaged.
    const says: TestPart = { content: 'x', says: archiveLimits.part + 1, crc: 0 };
    expect(told(read(row, '', { 'xl/media/a.png': says }))).toEqual(refusal('unpacks_too_large'));
    const three = { content: 'x', says: archiveLimits.part, crc: 0 };
    expect(told(read(row, '', { a: three, b: three, c: three }))).toEqual(refusal('unpacks_too_large'));
  });

  it('is refused where a part is larger than it says', () => {
    const lie: TestPart = { content: zeros(200_000_000), says: 1_000 };
    const before = process.memoryUsage().arrayBuffers;
    const bytes = zipOf({ ...workbookParts(row), 'xl/sharedStrings.xml': lie });
    lie.content = '';
    expect(told(readXlsx(bytes))).toEqual(refusal('unpacks_too_large'));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300_000_000);
  });

  it('is refused where it has thousands of parts', () => {
    const parts = Object.fromEntries(Array.from({ length: 1_100 }, (_, index) => [`a${index}`, '']));
    expect(told(read(row, '', parts))).toEqual(refusal('unpacks_too_large'));
  });

  it('is read at its largest: a sheet formatted far below its last row', () => {
    const empty = Array.from({ length: 600_000 }, (_, index) => {
      const number = index + 2;
      return `<row r="${number}"><c r="A${number}" s="1"/></row>`;
    });
    expect(cells(read(row + empty.join('')))).toEqual([[['1']]]);
  });
});

describe('whatever the bytes are', () => {
  const sound = zipOf(
    workbookParts(
      `<row>${text('A1', 'a')}</row><row><c s="1"><v>43200</v></c></row>`,
      '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    ),
  );
  const isAnswer = ({ tables, problems }: ReadTables) => {
    const refused = problems.some(({ severity }) => severity === 'refusal');
    expect(refused).toBe(tables.length === 0);
  };

  it('the answer is tables or a refusal: random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => isAnswer(readXlsx(bytes))),
      { numRuns: 500 },
    );
  });

  it('the answer is tables or a refusal: a workbook with some bytes changed', () => {
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, byte] of changes) bytes[at] = byte;
        isAnswer(readXlsx(bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  it('the answer is tables or a refusal: a workbook whose XML was changed', () => {
    const names = Object.keys(workbookParts(''));
    const change = fc.tuple(fc.constantFrom(...names), fc.nat(400), fc.string({ maxLength: 12 }), fc.nat(20));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const parts = workbookParts('<row r="1"><c r="A1"><v>1</v></c></row>') as Record<string, string>;
        for (const [name, at, piece, gone] of changes)
          parts[name] = parts[name]!.slice(0, at) + piece + parts[name]!.slice(at + gone);
        isAnswer(readXlsx(zipOf(parts)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('a workbook is told from a text by its first bytes', () => {
    expect(looksLikeWorkbook(sound)).toBe(true);
    expect(looksLikeWorkbook(new TextEncoder().encode('PKD;Nom'))).toBe(false);
  });
});
