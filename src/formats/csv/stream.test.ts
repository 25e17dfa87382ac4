import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TableRefusal } from '../table/model.ts';
import { unguarded } from './guard.ts';
import { Records, type RecordFault, type RecordReader } from './records.ts';
import { streamCsv } from './stream.ts';
import { csvFile } from './writer.ts';

type Told = [number, ...string[]];

/** Reads a text in parts of so many characters, or bytes in parts of so many. */
async function read(
  given: string | Uint8Array,
  { multiline = true, longest = 1_000, size = 1_000_000 } = {},
): Promise<{ rows: Told[]; faults: [number, RecordFault][]; encoding: string }> {
  const rows: Told[] = [];
  const faults: [number, RecordFault][] = [];
  const reader: RecordReader = {
    multiline,
    longest,
    record: (fields, line) => rows.push([line, ...fields]),
    fault: (fault, line) => faults.push([line, fault]),
  };
  if (typeof given === 'string') {
    const records = new Records(reader);
    for (let at = 0; at < given.length; at += size) records.write(given.slice(at, at + size));
    records.end();
    return { rows, faults, encoding: '' };
  }
  async function* parts(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const { encoding } = await streamCsv(parts(given), reader);
  return { rows, faults, encoding };
}

const rowsOf = async (...given: Parameters<typeof read>) => (await read(...given)).rows;

describe('Records and streamCsv', () => {
  it.each([
    ['commas', 'a,b,c;d\n1,2'],
    ['semicolons', 'a;b;c,d\r\n1;2\r\n'],
    ['tabs', 'a\t"b,c;d"\r1\t2'],
  ])('knows %s', async (_, text) => {
    expect((await rowsOf(text)).slice(1)).toEqual([[2, '1', '2']]);
  });

  it('takes a line that names the separator for no record', async () => {
    expect(await rowsOf('sep=|\na|b;c\n1|2')).toEqual([
      [2, 'a', 'b;c'],
      [3, '1', '2'],
    ]);
  });

  it('counts the lines that a quoted text runs over, and leaves empty ones out', async () => {
    expect(await rowsOf('a,b\r\n"1\r\n""1""",2\r\n\r\n,\r\n3,x"4\r\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1\n"1"', '2'],
      [6, '3', 'x"4'],
    ]);
  });

  it('reads any table as it was, in whichever parts its text comes', async () => {
    const cell = fc.array(fc.constantFrom('"', '\n', ',', ';', 'é', 'رأي', ' ', '1'), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (table, size) => {
          const cells = table.map((row) => ['a', ...row.map((signs) => signs.join(''))]);
          const text = csvFile([['h', 'i', 'j'], ...cells], ';').slice(1);
          const { rows, faults } = await read(text, { size });
          expect(faults).toEqual([]);
          expect(rows.slice(1).map(([, ...fields]) => fields.map(unguarded))).toEqual(cells);
        },
      ),
    );
  });

  it.each([1, 3, 1_000])(
    'leaves out the row of a mark that stands alone, in parts of %i bytes',
    async (size) => {
      const text = 'a,b\n1,"2\n3,4\n5,"6"x\n7,"8"\n';
      const faults: [number, string][] = [
        [2, 'quote'],
        [4, 'quote'],
      ];
      for (const multiline of [true, false]) {
        const answer = await read(text, { multiline, size });
        expect(answer.faults).toEqual(faults);
        expect(answer.rows.map(([line]) => line)).toEqual([1, 3, 5]);
      }
    },
  );

  it('does not wait for the end of a mark longer than a record may be', async () => {
    const rest = Array.from({ length: 40 }, (_, at) => `${at},x\n`).join('');
    const answer = await read(`a,b\n1,"2\n${rest}`, { longest: 30, size: 7 });
    expect(answer.faults).toEqual([[2, 'quote']]);
    expect(answer.rows).toHaveLength(41);
  });

  it('passes over a line that is too long, whether or not it comes in one part', async () => {
    for (const size of [5, 1_000]) {
      const answer = await read(`a,b\n1,${'2'.repeat(100)}\n3,4`, { longest: 20, size });
      expect(answer.faults).toEqual([[2, 'too-long']]);
      expect(answer.rows).toEqual([
        [1, 'a', 'b'],
        [3, '3', '4'],
      ]);
    }
  });

  it('reads line by line after a thousand open marks, so that no file takes time without bound', async () => {
    const open = Array.from({ length: 1_001 }, () => '1,"x\n').join('');
    const { faults, rows } = await read(`a,b\n${open}"one\ntext",2\n`, { longest: 100 });
    expect(faults.map(([line]) => line)).toEqual(Array.from({ length: 1_002 }, (_, at) => at + 2));
    expect(rows.at(-1)).toEqual([1_004, 'text"', '2']);
  });

  const wide = (text: string, bigEndian: boolean) => {
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    return bigEndian ? bytes.map((_, at) => bytes[at ^ 1]!) : bytes;
  };
  it.each<[string, Uint8Array, string]>([
    ['UTF-8 with its mark', new TextEncoder().encode('\ufeffa,b\n1,été'), 'utf-8'],
    ['UTF-16', wide('a,b\n1,été', false), 'utf-16le'],
    ['UTF-16 with its mark, most significant byte first', wide('\ufeffa,b\n1,été', true), 'utf-16be'],
    ['Latin-1', Buffer.from('a,b\n1,été', 'latin1'), 'windows-1252'],
    [
      'Latin-1 that begins late',
      Buffer.concat([Buffer.from(`a,b\n${'1,2\n'.repeat(40_000)}`), Buffer.from('1,été', 'latin1')]),
      'windows-1252',
    ],
  ])('knows %s', async (_, bytes, encoding) => {
    const answer = await read(bytes, { size: 1_000 });
    expect(answer.encoding).toBe(encoding);
    expect(answer.rows[0]).toEqual([1, 'a', 'b']);
    expect(answer.rows.at(-1)!.slice(1)).toEqual(['1', 'été']);
  });

  it('refuses what is no text, and has nothing to tell of an empty file', async () => {
    await expect(read(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 1]))).rejects.toThrow(TableRefusal);
    expect(await read(new Uint8Array())).toEqual({ rows: [], faults: [], encoding: 'utf-8' });
  });
});
