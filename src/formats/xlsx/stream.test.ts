import { expect, it } from 'vitest';
import type { Cell } from './model.ts';
import { readXlsx } from './reader.ts';
import { xlsxParts, type LongWorkbook } from './stream.ts';
import { xlsxFile } from './writer.ts';

const workbook: LongWorkbook = {
  title: 'سجل',
  modified: new Date('2026-11-27T09:30:00Z'),
  rightToLeft: true,
  sheet: { name: 'سجل', header: ['المرجع', 'Nombre', 'Jour', 'Vide'], widths: [16, 12, 12, 8] },
};
const rows: Cell[][] = [
  ['=1+1', 12.5, { day: '2026-02-28' }, null],
  [' <b>&amp;"\'\u0001 ', 0, { day: '1900-03-01' }, 'x'],
  ['_x0041_', -3, { day: '2018-04-10' }, 'deux\nlignes'],
  ['تفعيل', null, null, '\ud800'],
];

async function written(parts: Cell[][][]): Promise<Uint8Array<ArrayBuffer>> {
  const made = await Array.fromAsync(
    xlsxParts(
      workbook,
      (async function* () {
        yield* parts;
      })(),
    ),
  );
  return new Uint8Array(Buffer.concat(made));
}

it('holds what the writer of whole workbooks would have written', async () => {
  const { sheet, ...rest } = workbook;
  const whole = readXlsx(await xlsxFile({ ...rest, sheets: [{ ...sheet, rows }] }));
  const { tables, problems } = readXlsx(await written([rows]));
  expect(problems).toEqual([]);
  // What XML cannot hold is gone, and nothing else is.
  const read = tables[0]!.rows.map(({ cells }) => cells);
  expect(read[2]).toEqual([' <b>&amp;"\'\u0001 '.replace('\u0001', ''), ...read[2]!.slice(1)]);
  expect(read.toSpliced(2, 1)).toEqual(whole.tables[0]!.rows.map(({ cells }) => cells).toSpliced(2, 1));
  expect(tables[0]!.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});

it('keeps a day as it is written from before a spreadsheet reckons with any', async () => {
  const { tables } = readXlsx(await written([[['a', 1, { day: '1850-01-01' }, null]]]));
  expect(tables[0]!.rows[1]!.cells).toEqual(['a', '1', '1850-01-01']);
});

it('gives the same bytes however the rows come', async () => {
  // Enough for several blocks, each text another one so that little of it is compressed away.
  const many = Array.from({ length: 1_500 }, (_, at): Cell[] => [
    `المرجع ${at * 7919} é`,
    at,
    null,
    `x${at ** 3}`,
  ]);
  const once = await written([many]);
  const parts = Array.from({ length: 50 }, (_, at) => many.slice(at * 30, at * 30 + 30));
  for (const divided of [[many.slice(0, 1), [], many.slice(1)], parts, many.map((row) => [row])])
    expect(Buffer.from(await written(divided)).equals(once)).toBe(true);
  expect(readXlsx(once).tables[0]!.rows.at(-1)!.cells).toEqual(
    many.at(-1)!.map((cell) => String(cell ?? '')),
  );
});

it('is a workbook without rows as well', async () => {
  expect(readXlsx(await written([])).tables[0]!.rows).toHaveLength(1);
});
