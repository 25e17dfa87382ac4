import { m } from '#messages';
import { readCsv } from '#formats/csv/reader.ts';
import { cellName, tableLimits, type Table, type TableRow } from '#formats/table/model.ts';
import { looksLikeWorkbook, readXlsx } from '#formats/xlsx/reader.ts';
import { locales, type Locale } from '#platform/locale/locale.ts';
import { cleaned, isReadable, wordKey, type CellProblem, type List, type ListColumn } from './model.ts';

/** A list's size at most, in bytes. */
export const listBytes = tableLimits.bytes;

/** The header stands in one of the first filled rows: a title may stand above it. */
const HEADER_WITHIN = 10;

/** A cell that only looks filled would empty its field. */
const EMPTIED: ReadonlySet<string> = new Set(['platform_table_formula_empty', 'platform_table_error_value']);

/** Signs and words by which a header says its language. */
const languageSigns: Record<Locale, string> = {
  fr: 'fr fra francais french فر ف فرنسي فرنسيه الفرنسيه بالفرنسيه',
  ar: 'ar ara arabe arabic ع عر عربي عربيه العربيه بالعربيه',
  en: 'en eng ang anglais english ا نج انج انجليزي انجليزيه الانجليزيه بالانجليزيه',
};

type Say = (values: object, options: { locale: Locale }) => string;
const say = (key: string, locale: Locale) => (m as unknown as Record<string, Say>)[key]!({}, { locale });

/**
 * A list's rows from the bytes of a workbook or a CSV file. Columns are known by their headers in any of the
 * three languages, or by their keys; unknown ones are named. Whatever the bytes are, nothing throws.
 */
export function readList(bytes: Uint8Array, columns: readonly ListColumn[]): List {
  const { tables, problems } = looksLikeWorkbook(bytes) ? readXlsx(bytes) : readCsv(bytes);
  const list: List = { sheet: null, places: {}, rows: [], problems: [...problems] };
  if (tables.length === 0) return list;
  const header = headerOf(tables, headerKeys(columns));
  if (!header) {
    list.problems.push(problem(null, null, 'network_list_no_header'));
    return list;
  }
  const { table, index, keys } = header;
  const { sheet, rows } = table;
  list.sheet = sheet;
  list.problems = problems
    .filter((known) => known.sheet === null || known.sheet === sheet)
    .map((known) => (EMPTIED.has(known.reason) ? { ...known, severity: 'refusal' } : known));
  readHeader(list, rows[index]!, keys);
  const headers = rows[index]!.cells;
  for (const row of rows.slice(index + 1)) {
    readRow(list, row);
    // A separator too many in a line of CSV, a remark at the side of a sheet.
    const astray = row.cells.findIndex((text, column) => text.trim() !== '' && !headers[column]?.trim());
    if (astray >= 0) {
      const values = { value: cleaned(row.cells[astray]!.slice(0, 200)) };
      const at = cellName(astray, row.number);
      list.problems.push(problem(sheet, at, 'network_list_no_column', values, 'warning'));
    }
  }
  if (list.rows.length === 0) list.problems.push(problem(sheet, null, 'network_list_nothing'));
  return list;
}

function readHeader(
  { sheet, places, problems }: List,
  { number, cells }: TableRow,
  keys: readonly (string | undefined)[],
): void {
  for (const [column, text] of cells.entries()) {
    const key = keys[column];
    const at = cellName(column, number);
    if (key && places[key] !== undefined)
      problems.push(problem(sheet, at, 'network_list_repeated_column', { column: key }));
    else if (key) places[key] = column;
    else if (text.trim() !== '') {
      const values = { header: cleaned(text.slice(0, 100)) };
      problems.push(problem(sheet, at, 'network_list_unknown_column', values, 'warning'));
    }
  }
}

function readRow({ sheet, places, problems, rows }: List, row: TableRow): void {
  const found = Object.entries(places);
  const values: Record<string, string> = {};
  for (const [key, column] of found) {
    const text = cleaned(row.cells[column] ?? '');
    values[key] = text;
    if (!isReadable(text))
      problems.push(problem(sheet, cellName(column, row.number), 'network_import_control_character'));
  }
  if (found.some(([key]) => values[key] !== '')) rows.push({ number: row.number, values });
}

/** Finds the code behind a word of a column's closed list, in any language; a text of another column is itself. */
export function choiceResolver(columns: readonly ListColumn[]) {
  const codes = new Map(
    columns.flatMap((column) => (column.choices ? [[column.key, choiceKeys(column)] as const] : [])),
  );
  return (key: string, text: string): string | Pick<CellProblem, 'reason' | 'values'> => {
    const known = codes.get(key);
    if (!known) return text;
    return known.get(wordKey(text)) ?? { reason: 'network_list_not_a_choice', values: { value: text } };
  };
}

function choiceKeys({ choices = {} }: ListColumn): Map<string, string> {
  const codes = Object.entries(choices);
  const words = codes.flatMap(([code, keys]) =>
    keys.flatMap((key) => locales.map((locale) => [wordKey(say(key, locale)), code] as const)),
  );
  return new Map([...words, ...codes.map(([code]) => [wordKey(code), code] as const)]);
}

function problem(
  sheet: string | null,
  cell: string | null,
  reason: string,
  values: CellProblem['values'] = {},
  severity: CellProblem['severity'] = 'refusal',
): CellProblem {
  return { sheet, cell, reason, values, severity };
}

/** The row, of all sheets, in which most columns are known; the first where several are alike. */
function headerOf(tables: readonly Table[], known: Map<string, string>) {
  const rows = tables.flatMap((table) =>
    table.rows.slice(0, HEADER_WITHIN).map((row, index) => {
      const keys = row.cells.map((text) => known.get(wordKey(text)));
      return { table, index, keys, count: new Set(keys.filter(Boolean)).size };
    }),
  );
  return rows.reduce<(typeof rows)[number] | null>(
    (most, row) => (row.count > (most?.count ?? 0) ? row : most),
    null,
  );
}

/** Every way in which a header may be written. A header without its language is of the language it is in. */
function headerKeys(columns: readonly ListColumn[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const column of columns) {
    keys.set(wordKey(column.key), column.key);
    for (const locale of locales) {
      const word = wordKey(say(column.header, locale));
      if (!column.locale) keys.set(word, column.key);
      else {
        for (const sign of languageSigns[column.locale].split(' ')) keys.set(`${word} ${sign}`, column.key);
        if (column.locale === locale && !keys.has(word)) keys.set(word, column.key);
      }
    }
  }
  return keys;
}
