import { guarded } from './guard.ts';

/**
 * A CSV file (RFC 4180) as spreadsheets open it by a double click: UTF-8 with its byte order mark, lines of
 * Windows. No cell begins a formula; {@link readCsv} gives every text back as it was.
 * @param separator as the reader's system expects it: a semicolon where a comma stands in numbers
 */
export function csvFile(rows: readonly string[][], separator: ';' | ','): string {
  const lines = rows.map((cells) =>
    cells.map((text) => quoted(guarded(text.toWellFormed()))).join(separator),
  );
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** Quoted wherever some program might see the end of a cell. */
function quoted(text: string): string {
  return /[";,\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
