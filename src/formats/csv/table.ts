import { CsvError, parse, type Info } from 'csv-parse/sync';

/** A table as a CSV file holds it: every field is text, trimmed at both ends. */
export interface CsvTable {
  header: string[];
  rows: CsvRow[];
}

export interface CsvRow {
  /** The line of the file on which the row begins, from 1; a quoted field may run over several. */
  line: number;
  fields: string[];
}

/** Says where a text stops being CSV. */
export class NotCsv extends Error {
  override name = 'NotCsv';
  /** The line, from 1. */
  readonly line: number;
  constructor(line: number, cause: unknown) {
    super(`Line ${line} is not CSV`, { cause });
    this.line = line;
  }
}

/**
 * Reads comma- or semicolon-separated values (RFC 4180; spreadsheets of French and Arabic systems write
 * semicolons): the separator is the one that stands more often in the first line. Any line end is read, empty
 * rows are left out, and a row may have more or fewer fields than the header: its reader judges.
 * @param text decoded, its byte order mark taken off
 * @param most rows after the header to read at most; the rest is not looked at
 * @throws NotCsv where a quotation mark stands alone
 */
export function parseCsv(text: string, most = Number.MAX_SAFE_INTEGER): CsvTable {
  const unix = text.replace(/\r\n?/g, '\n');
  const records = recordsOf(unix, most + 1);
  let line = 1;
  const rows = records.map(({ record, info }) => {
    const row = { line, fields: record };
    line = info.lines + 1;
    return row;
  });
  const filled = rows.filter(({ fields }) => fields.some((field) => field !== ''));
  return { header: filled[0]?.fields ?? [], rows: filled.slice(1) };
}

function recordsOf(text: string, most: number): { record: string[]; info: Info }[] {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      record_delimiter: '\n',
      info: true,
      relax_column_count: true,
      trim: true,
      to: most,
    }) as unknown as { record: string[]; info: Info }[];
  } catch (error) {
    if (error instanceof CsvError) throw new NotCsv(Number(error['lines'] ?? 1), error);
    throw error;
  }
}

function separatorOf(text: string): ',' | ';' {
  const first = text.slice(0, 10_000).split('\n').find(Boolean) ?? '';
  return first.split(';').length > first.split(',').length ? ';' : ',';
}
