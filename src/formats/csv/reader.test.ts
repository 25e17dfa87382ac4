import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableLimits, type ReadTables } from '../table/model.ts';
import { readCsv } from './reader.ts';
import { csvFile } from './writer.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const rowsOf = ({ tables }: ReadTables) => tables[0]?.rows.map(({ number, cells }) => [number, ...cells]);
const told = ({ problems }: ReadTables) =>
  problems.map(({ reason, values }) => [reason.replace('platform_table_', ''), values]);

describe('readCsv', () => {
  it.each([
    ['commas', 'a,b,c;d\n1,2'],
    ['semicolons', 'a;b;c,d\r\n1;2\r\n'],
    ['tabs', 'a\t"b,c;d"\r1\t2'],
    ['a line that names the separator', 'sep=|\na|b;c;d\n1|2'],
  ])('knows %s', (_, text) => {
    const [, ...rows] = rowsOf(readCsv(utf8(text))) ?? [];
    expect(rows).toEqual([[2, '1', '2']]);
  });

  it('numbers rows as a spreadsheet shows them', () => {
    expect(rowsOf(readCsv(utf8('a;b\n"1\n1";2\n\n;\n3;4')))).toEqual([
      [1, 'a', 'b'],
      [2, '1\n1', '2'],
      [5, '3', '4'],
    ]);
  });

  it('says where a quotation mark is wrong', () => {
    expect(told(readCsv(utf8('a;b\n1;"2')))).toEqual([['not_csv', { line: 2 }]]);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', utf8(''), 'empty'],
    ['spaces', utf8('\ufeff;;\n \n'.replaceAll(' ', '')), 'empty'],
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]), 'not_a_table'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
      'not_a_table',
    ],
    ['UTF-8 that breaks after its mark', new Uint8Array([0xef, 0xbb, 0xbf, 0xff]), 'not_a_table'],
    ['too many bytes', new Uint8Array(tableLimits.bytes + 1).fill(0x61), 'too_large'],
    ['too many rows', utf8('a\n'.repeat(tableLimits.rows + 1)), 'too_many_rows'],
    ['too many columns', utf8(`${';'.repeat(tableLimits.columns)}x`), 'too_many_columns'],
    ['a text too long', utf8('x'.repeat(tableLimits.text + 1)), 'text_too_long'],
  ])('refuses %s', (_, bytes, reason) => {
    const answer = readCsv(bytes);
    expect(answer.tables).toEqual([]);
    expect(told(answer).map(([why]) => why)).toEqual([reason]);
  });

  it('bears separators without end', () => {
    expect(readCsv(utf8(';'.repeat(tableLimits.bytes))).tables).toEqual([]);
    expect(readCsv(utf8('"'.repeat(tableLimits.bytes))).tables).toEqual([]);
  });

  it('answers with a table or a refusal, whatever the bytes are', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map(utf8));
    fc.assert(
      fc.property(bytes, (given) => {
        const { tables, problems } = readCsv(given);
        expect(problems.some(({ severity }) => severity === 'refusal')).toBe(tables.length === 0);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what csvFile writes', () => {
  it('begins with the mark of UTF-8, ends its lines as Windows does, and begins no formula', () => {
    expect(
      csvFile(
        [
          ['الاسم', 'b;c'],
          ['=1', 'l"a'],
        ],
        ';',
      ),
    ).toBe('\ufeffالاسم;"b;c"\r\n\'=1;"l""a"\r\n');
  });

  it('is read back as it was, whatever it holds', () => {
    const cell = fc
      .oneof(fc.string({ maxLength: 12 }), fc.constantFrom('=1', "'=1", 'a\nb', ' a ', '"', ';', ',', '\t'))
      // Line ends become one; no text holds other controls.
      .map((text) => text.replace(/\p{Cc}/gu, '\n').toWellFormed());
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(';', ','),
        (cells, separator) => {
          const rows = rowsOf(
            readCsv(
              utf8(
                csvFile(
                  [
                    ['head', 'head'],
                    [...cells, 'end'],
                  ],
                  separator as ';',
                ),
              ),
            ),
          );
          expect(rows?.[1]).toEqual([2, ...cells, 'end']);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
