import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import { cellName } from '../table/model.ts';
import type { Cell, Sheet, Workbook } from './model.ts';
import { escaped, xlsxFile } from './writer.ts';

/** A workbook of one sheet whose rows come as they are read. */
export interface LongWorkbook extends Omit<Workbook, 'sheets'> {
  /** At least three columns. */
  sheet: Omit<Sheet, 'rows' | 'wraps' | 'choices'>;
}

/** The first instant that an archive can write; local, because an archive writes local hours. */
const NO_HOUR = new Date(1980, 0, 1);
const SHEET = 'xl/worksheets/sheet1.xml';
/** In parts of how many bytes a sheet is compressed: how a part ends shows in what comes out. */
const BLOCK = 65_536;
/** Day 0 of a spreadsheet's reckoning, and the first day on which all of them agree. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_DAY = '1900-03-01';
const DAY = 86_400_000;
/** What XML 1.0 can't hold. */
// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Writes what {@link xlsxFile} would, part by part, so that a sheet of any length takes the room of the rows at hand:
 * all around the rows is that function's work, texts stand in their cells. The same rows give the same bytes, however
 * they are divided.
 * @param rows some rows at a time
 */
export async function* xlsxParts(
  { sheet, ...workbook }: LongWorkbook,
  rows: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  // A row with a cell of each type tells how such cells are styled, and where rows stand.
  const pattern: Cell[] = [sheet.header[0]!, 1, { day: '2000-01-01' }];
  const frame = unzipSync(await xlsxFile({ ...workbook, sheets: [{ ...sheet, rows: [pattern] }] }));
  const around = strFromU8(frame[SHEET]!).replace(/<dimension [^>]*\/>/, '');
  const at = around.indexOf('<row r="2"');
  const style = (cell: string) => new RegExp(`<c r="${cell}"[^>]*? s="(\\d+)"`).exec(around)![1]!;
  const styles = { text: style('A2'), number: style('B2'), day: style('C2') };

  const ready: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes as Uint8Array<ArrayBuffer>);
  });
  const begin = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = NO_HOUR;
    archive.add(file);
    return file;
  };
  for (const [path, bytes] of Object.entries(frame)) if (path !== SHEET) begin(path).push(bytes, true);
  const file = begin(SHEET);
  let block = new Uint8Array(BLOCK);
  let filled = 0;
  const write = (text: string) => {
    for (let rest = strToU8(text); rest.length > 0;) {
      const taken = rest.subarray(0, BLOCK - filled);
      block.set(taken, filled);
      filled += taken.length;
      rest = rest.subarray(taken.length);
      if (filled < BLOCK) continue;
      file.push(block);
      // What was pushed may still be read.
      block = new Uint8Array(BLOCK);
      filled = 0;
    }
  };
  write(around.slice(0, at));
  let number = 1;
  for await (const some of rows) {
    write(some.map((cells) => rowOf((number += 1), cells, styles)).join(''));
    yield* ready.splice(0);
  }
  write(around.slice(around.indexOf('</sheetData>', at)));
  file.push(block.subarray(0, filled), true);
  archive.end();
  yield* ready.splice(0);
}

function rowOf(
  number: number,
  cells: readonly Cell[],
  styles: { text: string; number: string; day: string },
): string {
  const written = cells.map((cell, column) => {
    const name = cellName(column, number);
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${name}" s="${styles.number}"><v>${cell}</v></c>`;
    if (typeof cell === 'string') return textCell(name, cell, styles.text);
    if (cell.day < FIRST_DAY) return textCell(name, cell.day, styles.text);
    const day = (Date.parse(`${cell.day}T00:00:00Z`) - DAY_ZERO) / DAY;
    return `<c r="${name}" s="${styles.day}"><v>${day}</v></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

function textCell(name: string, text: string, style: string): string {
  const kept = escaped(text)
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // As it was typed: a reader of XML would make a line break of it.
    .replaceAll('\r', '_x000D_');
  return `<c r="${name}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${kept}</t></is></c>`;
}
