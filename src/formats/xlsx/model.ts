/** What a cell holds: text as it is, a number, or a day as the spreadsheet reckons with it; null leaves it empty. */
export type Cell = string | number | null | { /** YYYY-MM-DD. */ day: string };

/** A workbook to write. */
export interface Workbook {
  title: string;
  /** When what it holds was last changed: the same input gives the same bytes. */
  modified: Date;
  rightToLeft: boolean;
  sheets: Sheet[];
}

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  header: string[];
  rows: readonly (readonly Cell[])[];
  /** For each column; in characters. */
  widths: number[];
  /** Cells that wrap their text, for a sheet that is read rather than filled in. */
  wraps?: boolean;
  choices?: Choice[];
}

/** A column whose cells are chosen from a range of another sheet; another text is allowed, with a warning. */
export interface Choice {
  /** From 0. */
  column: number;
  sheet: string;
  /** Column from 0, rows from 1, both included. */
  from: { column: number; first: number; last: number };
  title: string;
  text: string;
}
