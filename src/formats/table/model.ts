/** What a spreadsheet or a CSV file holds: its sheets, and what is to be said of them. */
export interface ReadTables {
  /** None where a problem is a refusal. */
  tables: Table[];
  problems: TableProblem[];
}

/** One sheet's filled rows, from the top. */
export interface Table {
  /** Null where the format has no sheets. */
  sheet: string | null;
  rows: TableRow[];
}

export interface TableRow {
  /** As a spreadsheet numbers it, from 1. */
  number: number;
  /**
   * Text from column A on, as it was written; empty where nothing stands. Dates are ISO 8601 (2018-04-10,
   * 2018-04-10T09:30, 09:30), truth values TRUE and FALSE.
   */
  cells: string[];
}

/** Something to say of a file; a refusal leaves nothing of it. */
export interface TableProblem {
  sheet: string | null;
  /** "B7"; null for the file or the sheet as a whole. */
  cell: string | null;
  /** A message key. */
  reason: `platform_table_${string}`;
  /** What the sentence names. */
  values: Record<string, string | number>;
  severity: 'refusal' | 'warning';
}

/** How much is read of a table at most. */
export const tableLimits = {
  /** A file, in bytes. */
  bytes: 5_000_000,
  rows: 10_000,
  columns: 100,
  /** Characters of a cell; a spreadsheet keeps no more either. */
  text: 32_767,
} as const;

/** Says why nothing of a file can be read. */
export class TableRefusal extends Error {
  override name = 'TableRefusal';
  readonly reason: TableProblem['reason'];
  readonly values: TableProblem['values'];
  constructor(reason: TableProblem['reason'], values: TableProblem['values'] = {}) {
    super(reason);
    this.reason = reason;
    this.values = values;
  }
}

/** The answer for a file of which nothing can be read. */
export function refusedTables({ reason, values }: TableRefusal): ReadTables {
  return { tables: [], problems: [{ sheet: null, cell: null, reason, values, severity: 'refusal' }] };
}

/** A column's letters, from 0: A, B, … Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}

/** A cell's name: column from 0, row from 1; (1, 7) → B7. */
export function cellName(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}
