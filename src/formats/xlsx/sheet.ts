import { cellName, tableLimits, TableRefusal, type TableProblem, type TableRow } from '../table/model.ts';
import { isoOf } from './dates.ts';
import { readPart, unescaped } from './part.ts';
import type { Workbook } from './workbook.ts';

/** What is said of a cell, or of a range of them. */
export type Note = Pick<TableProblem, 'cell' | 'reason' | 'values'>;

interface Cell {
  row: number;
  column: number;
  type: string;
  format: number;
  value: string;
  text: string;
  isFormula: boolean;
}

/**
 * Reads a sheet's filled cells. A formula is never evaluated: the value that was kept beside it counts.
 * @throws TableRefusal where it has more rows or columns than are read
 */
export function readSheet(bytes: Uint8Array, workbook: Workbook): { rows: TableRow[]; notes: Note[] } {
  const rows = new Map<number, string[]>();
  const notes: Note[] = [];
  const merged: string[] = [];
  let row = 0;
  let column = 0;
  let cell: Cell | null = null;
  let into: 'value' | 'text' | null = null;
  let inAid = false;

  readPart(bytes, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes['r']) || row + 1;
        column = 0;
      } else if (name === 'c') {
        const place = placeOf(attributes['r']) ?? { row, column };
        ({ row, column } = place);
        const { t: type = 'n', s: format = '-1' } = attributes;
        cell = { ...place, type, format: Number(format), value: '', text: '', isFormula: false };
      } else if (name === 'mergeCell') merged.push(attributes['ref'] ?? '');
      else if (!cell) return;
      else if (name === 'f') cell.isFormula = true;
      else if (name === 'v') into = 'value';
      else if (name === 'rPh') inAid = true;
      else if (name === 't' && !inAid) into = 'text';
    },
    text(more) {
      if (cell && into) cell[into] += more;
    },
    close(name) {
      if (name === 'v' || name === 't') into = null;
      else if (name === 'rPh') inAid = false;
      else if (name === 'c' && cell) {
        keep(cell);
        cell = null;
        column += 1;
      }
    },
  });
  unmerge(merged, rows, notes);
  const filled = [...rows].map(([number, cells]) => ({
    number,
    cells: Array.from(cells, (text) => text ?? ''),
  }));
  return {
    rows: filled
      .filter(({ cells }) => cells.some((text) => text !== ''))
      .toSorted((a, b) => a.number - b.number),
    notes,
  };

  function keep(found: Cell): void {
    const name = () => cellName(found.column, found.row);
    const isError = found.type === 'e';
    const text = isError ? '' : textOf(found, workbook);
    if (isError)
      notes.push({ cell: name(), reason: 'platform_table_error_value', values: { value: found.value } });
    else if (found.isFormula && text === '')
      notes.push({ cell: name(), reason: 'platform_table_formula_empty', values: {} });
    else if (found.isFormula)
      notes.push({ cell: name(), reason: 'platform_table_formula', values: { value: text } });
    // Formatted to the end of the sheet but empty: nothing stands there.
    if (text === '') return;
    if (found.row > tableLimits.rows)
      throw new TableRefusal('platform_table_too_many_rows', { limit: tableLimits.rows });
    if (found.column >= tableLimits.columns)
      throw new TableRefusal('platform_table_too_many_columns', { limit: tableLimits.columns });
    if (text.length > tableLimits.text)
      throw new TableRefusal('platform_table_text_too_long', { cell: name(), limit: tableLimits.text });
    const cells = rows.get(found.row) ?? [];
    rows.set(found.row, cells);
    cells[found.column] = text;
  }
}

function textOf({ type, value, text, format }: Cell, { texts, dateFormats, from1904 }: Workbook): string {
  if (type === 'inlineStr') return unescaped(text);
  if (type === 's') return value.trim() === '' ? '' : (texts[Number(value)] ?? '');
  if (type === 'str') return unescaped(value);
  if (type === 'b') return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
  return (dateFormats[format] ? isoOf(number, from1904) : null) ?? String(number);
}

/** "BC12" → row 12, column 54; null where it is no place. */
function placeOf(name: string | undefined): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(name ?? '') ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column: column - 1 };
}

/** A merged range's value is that of its first cell; what may stand in the others is seen by nobody. */
function unmerge(ranges: readonly string[], rows: Map<number, string[]>, notes: Note[]): void {
  // Merged ranges never overlap, so together they cover no more than the sheet.
  let left = tableLimits.rows * tableLimits.columns;
  for (const range of ranges) {
    const [first, last] = range.split(':').map(placeOf);
    if (!first || !last || last.row < first.row || last.column < first.column) continue;
    const bottom = Math.min(last.row, tableLimits.rows);
    const right = Math.min(last.column, tableLimits.columns - 1);
    left -= Math.max(0, bottom - first.row + 1) * Math.max(0, right - first.column + 1);
    if (left < 0) throw new TableRefusal('platform_table_damaged');
    let isFilled = false;
    for (let row = first.row; row <= bottom; row += 1) {
      const cells = rows.get(row);
      for (let column = first.column; cells && column <= Math.min(right, cells.length - 1); column += 1) {
        isFilled ||= Boolean(cells[column]);
        if (row !== first.row || column !== first.column) cells[column] = '';
      }
    }
    const cell = cellName(first.column, first.row);
    if (isFilled) notes.push({ cell, reason: 'platform_table_merged', values: { range } });
  }
}
