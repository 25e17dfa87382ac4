import { writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { cellName, columnLetters, tableLimits } from '../table/model.ts';
import type { Cell, Choice, Sheet, Workbook } from './model.ts';

/** Text as it was typed: a spreadsheet makes no formula, date or number of it (format "@"). */
const plain: CellStyle = { numFmt: '@', alignment: { vertical: 'top', readingOrder: 'context' } };
const wrapped: CellStyle = { ...plain, alignment: { ...plain.alignment, wrapText: true } };
const asNumber: CellStyle = { ...plain, numFmt: '#,##0.##' };
const asDay: CellStyle = { ...plain, numFmt: 'yyyy-mm-dd' };
const heading: CellStyle = {
  ...wrapped,
  font: { bold: true, name: 'Calibri', size: 11 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9EEF3' } },
};

/**
 * Writes a workbook (ECMA-376): the header frozen and bold, a text a text whatever it begins with, numbers and days
 * as such, right to left where asked. The same input gives the same bytes.
 */
export async function xlsxFile({
  title,
  modified,
  rightToLeft,
  sheets,
}: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    properties: { title, created: modified, modified },
    sheets: sheets.map((sheet) => sheetOf(sheet, rightToLeft)),
  });
  return new Uint8Array(bytes);
}

function sheetOf(
  { name, header, rows, widths, wraps, choices = [] }: Sheet,
  rightToLeft: boolean,
): WriteSheet {
  const styleOf = (column: number) => {
    // A day that is known to the month only is text among days.
    const other = rows.find((cells) => cells[column] != null && typeof cells[column] !== 'string')?.[column];
    if (other == null) return wraps ? wrapped : plain;
    return typeof other === 'number' ? asNumber : asDay;
  };
  return {
    name,
    columns: widths.map((width, column) => ({ width, style: styleOf(column) })),
    rows: [header, ...rows].map((cells) => cells.map(valueOf)),
    cells: new Map(header.map((text, column) => [`0,${column}`, { value: escaped(text), style: heading }])),
    freezePane: { rows: 1 },
    view: { rightToLeft },
    dataValidations: choices.map(validation),
  };
}

function validation({ column, sheet, from, title, text }: Choice) {
  const letters = columnLetters(from.column);
  return {
    type: 'list' as const,
    formula1: `'${sheet.replaceAll("'", "''")}'!$${letters}$${from.first}:$${letters}$${from.last}`,
    range: `${cellName(column, 2)}:${cellName(column, tableLimits.rows)}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning' as const,
    errorTitle: title,
    errorMessage: text,
  };
}

function valueOf(cell: Cell): string | number | Date | null {
  if (typeof cell === 'string') return escaped(cell);
  return cell !== null && typeof cell === 'object' ? new Date(`${cell.day}T00:00:00Z`) : cell;
}

/** A text that looks like an escape of the format (_x000D_) is one more escaped (ST_Xstring). */
export function escaped(text: string): string {
  return text.toWellFormed().replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
