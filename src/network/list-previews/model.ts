import { locales, type Locale } from '#platform/locale/locale.ts';
import type { Named } from '../duplicates/model.ts';
import type { CellProblem, ListColumn } from '../lists/model.ts';

/** A record as a list shows it: the text of each field; codes and addresses where it refers to others. */
export interface ListedRecord {
  id: string;
  version: number;
  values: Readonly<Record<string, string>>;
}

/** A row's record as it would be. */
export interface Entry {
  row: number;
  slug: string;
  /** Null where it would be created. */
  record: ListedRecord | null;
  values: Record<string, string>;
  /** Empty where nothing would change, and where it would be created. */
  fields: ChangedField[];
}

export interface ChangedField {
  /** The column's key. */
  column: string;
  /** "B7"; null where the file has no such column. */
  cell: string | null;
  before: string;
  after: string;
}

/** What an import would do, and whether it did; in the order of the file. */
export interface ListPreview {
  applied: boolean;
  /** Stands for all that would be written; an import that is given it writes that or nothing. */
  digest: string;
  /** Records to be, without their empty fields, and the records that they may be already. */
  create: {
    row: number;
    slug: string;
    values: Record<string, string>;
    similar: { slug: string; name: string }[];
  }[];
  change: { row: number; slug: string; fields: ChangedField[] }[];
  same: { row: number; slug: string }[];
  /** Where there is one, nothing is written. */
  refused: CellProblem[];
  warnings: CellProblem[];
}

/** Why a cell can't be what it says. */
export type CellRefusal = Pick<CellProblem, 'reason' | 'values'>;

/** What one noun's lists are held against. */
export interface ListKind {
  columns: readonly ListColumn[];
  /** By their ids. */
  records: ReadonlyMap<string, ListedRecord>;
  /** Every address ever given, with the id of its record. */
  addresses: ReadonlyMap<string, string>;
  /** Makes what gives the code that a filled cell stands for; a row may refer to records of the same file. */
  resolver(
    created: readonly { slug: string; values: Readonly<Record<string, string>> }[],
  ): (key: string, text: string) => string | CellRefusal;
  /** What the schema refuses of a whole record. */
  check(values: Readonly<Record<string, string>>): { key: string; reason: string }[];
  named(values: Readonly<Record<string, string>>): Named;
}

/** Columns that no row changes: the first says which record it is of, the second since when it was read. */
export const fixedColumns = ['slug', 'version'] as const;

/** The language a text is first written in: the one that was named where it is filled, else the first that is. */
export function originalOf(values: Readonly<Record<string, string>>, field: string, named: string): string {
  const isFilled = (locale: string) => Boolean(values[`${field}_${locale}`]);
  return isFilled(named) ? named : (locales.find(isFilled) ?? named);
}

/** The texts of a field in three languages as a change takes them; undefined where it is empty in all. */
export function textsOf(values: Readonly<Record<string, string>>, field: string, original: string) {
  const filled = locales.flatMap((locale) => {
    const text = values[`${field}_${locale}`];
    return text ? [[locale, text] as const] : [];
  });
  if (filled.length === 0) return undefined;
  return { ...Object.fromEntries(filled), original: original as (typeof locales)[number] };
}

/** The column behind a field of a schema, `name.fr` → `name_fr`; a name without its language is said at either. */
export function columnOf(path: string | null, values: Readonly<Record<string, string>>): string {
  if (path === 'name' || path === 'name.original')
    return locales.some((locale) => values[`name_${locale}`]) ? 'language' : 'name_fr';
  return (path ?? 'slug').replace(/\.original$/, '').replace('.', '_');
}

/** One column's text, in a reader's words. */
export interface WordedCell {
  column: string;
  /** "B7"; null where the file has no such column. */
  cell: string | null;
  before: string;
  after: string;
  /** The language it is written in, where the column says one. */
  locale: Locale | null;
}

/** A preview in a reader's words, as far as a page shows it. */
export interface WordedPreview {
  digest: string;
  /** Of all rows, shown or not. */
  counts: { create: number; change: number; same: number };
  create: {
    row: number;
    name: string;
    cells: WordedCell[];
    similar: ListPreview['create'][number]['similar'];
  }[];
  change: { row: number; slug: string; cells: WordedCell[] }[];
  findings: { where: string | null; sentence: string; severity: 'refused' | 'warning' }[];
  /** Where a page can't show every finding: how many it leaves to the file, and all of them as CSV. */
  rest: { count: number; csv: string } | null;
}
