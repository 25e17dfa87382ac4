import { CsvError, parse } from 'csv-parse/sync';
import {
  cellName,
  refusedTables,
  tableLimits,
  TableRefusal,
  type ReadTables,
  type TableProblem,
  type TableRow,
} from '../table/model.ts';
import { decodeText } from './encoding.ts';
import { unguarded } from './guard.ts';
import { namedSeparator, separatorOf } from './separator.ts';

/**
 * Reads a CSV file (RFC 4180) in whichever encoding, separator and line end it was saved. A row is numbered as a
 * spreadsheet shows it: a quoted text may run over several lines of the file. Whatever the bytes are, the answer
 * is one table with its problems; nothing throws.
 */
export function readCsv(bytes: Uint8Array): ReadTables {
  try {
    if (bytes.length > tableLimits.bytes)
      throw new TableRefusal('platform_table_too_large', { limit: tableLimits.bytes / 1_000_000 });
    const { text, encoding } = decodeText(bytes);
    const rows = rowsOf(text);
    if (rows.length === 0) throw new TableRefusal('platform_table_empty');
    const problems: TableProblem[] = [];
    if (encoding.startsWith('windows'))
      problems.push({
        sheet: null,
        cell: null,
        reason: 'platform_table_encoding',
        values: { encoding },
        severity: 'warning',
      });
    return { tables: [{ sheet: null, rows }], problems };
  } catch (error) {
    if (error instanceof TableRefusal) return refusedTables(error);
    throw error;
  }
}

function rowsOf(text: string): TableRow[] {
  const unix = text.replace(/\r\n?/g, '\n');
  const { line, separator } = namedSeparator(unix);
  const body = unix.slice(line.length);
  const records = recordsOf(body, separator ?? separatorOf(body));
  if (records.length > tableLimits.rows)
    throw new TableRefusal('platform_table_too_many_rows', { limit: tableLimits.rows });
  const rows = records.map((fields, index) => rowOf(fields, index + 1));
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      to: tableLimits.rows + 1,
    });
  } catch (error) {
    if (error instanceof CsvError)
      throw new TableRefusal('platform_table_not_csv', { line: Number(error['lines'] ?? 1) });
    throw error;
  }
}

function rowOf(fields: string[], number: number): TableRow {
  const cells = fields.map(unguarded);
  const filled = cells.findLastIndex((cell) => cell !== '');
  if (filled >= tableLimits.columns)
    throw new TableRefusal('platform_table_too_many_columns', { limit: tableLimits.columns });
  const long = cells.findIndex((cell) => cell.length > tableLimits.text);
  if (long >= 0)
    throw new TableRefusal('platform_table_text_too_long', {
      cell: cellName(long, number),
      limit: tableLimits.text,
    });
  return { number, cells: cells.slice(0, filled + 1) };
}
