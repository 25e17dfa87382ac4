import { m } from '#messages';
import { csvFile } from '#formats/csv/writer.ts';
import type { Choice, Sheet } from '#formats/xlsx/model.ts';
import { xlsxFile } from '#formats/xlsx/writer.ts';
import { directionOf, type Locale } from '#platform/locale/locale.ts';
import { quoted } from '#platform/text/inert.ts';
import type { CellProblem, ListColumn } from './model.ts';

type Say = (values: object, options: { locale: Locale }) => string;
const say = (key: string, locale: Locale, values = {}) =>
  (m as unknown as Record<string, Say>)[key]!(values, { locale });

/** A list to write: its rows hold codes where a column has choices. */
export interface ListContent {
  title: string;
  columns: readonly ListColumn[];
  rows: readonly Readonly<Record<string, string>>[];
  /** What a column may refer to, to be read beside the list. */
  references: Readonly<Record<string, readonly { code: string; name: string }[]>>;
  /** When any of its records was last changed, ISO 8601; the same rows give the same bytes. */
  changedAt: string;
  locale: Locale;
}

/** A column's header in a language: "Nom (ar)", "الاسم (ع)". */
export function columnWord({ header, locale }: ListColumn, reader: Locale): string {
  const word = say(header, reader);
  if (!locale) return word;
  return m.network_list_in_language(
    { word, language: say(`network_list_language_${locale}`, reader) },
    { locale: reader },
  );
}

/** A list as CSV: a semicolon between cells where the language writes a comma in numbers. */
export function listCsv(list: ListContent): string {
  return csvFile([headerOf(list), ...rowsOf(list)], list.locale === 'en' ? ',' : ';');
}

/** A list as a workbook, with a second sheet that explains its columns and what may be chosen. */
export function listXlsx(list: ListContent): Promise<Uint8Array<ArrayBuffer>> {
  const { title, columns, changedAt, locale } = list;
  const help = helpOf(list);
  const sheet: Sheet = {
    name: title.slice(0, 31),
    header: headerOf(list),
    rows: rowsOf(list),
    widths: columns.map(({ width }) => width),
    choices: help.choices,
  };
  return xlsxFile({
    title,
    modified: new Date(changedAt),
    rightToLeft: directionOf(locale) === 'rtl',
    sheets: [sheet, help.sheet],
  });
}

function headerOf({ columns, locale }: ListContent): string[] {
  return columns.map((column) => columnWord(column, locale));
}

function rowsOf({ columns, rows, locale }: ListContent): string[][] {
  return rows.map((row) =>
    columns.map(({ key, choices }) => {
      const text = row[key] ?? '';
      const word = choices?.[text]?.[0];
      return word ? say(word, locale) : text;
    }),
  );
}

/** What is written in each column, and under it each value that it may have. */
function helpOf({ columns, references, locale }: ListContent): { sheet: Sheet; choices: Choice[] } {
  const name = m.network_list_help({}, { locale });
  const rows: string[][] = [];
  const choices: Choice[] = [];
  for (const [index, column] of columns.entries()) {
    const word = columnWord(column, locale);
    rows.push([word, say(column.help, locale), '']);
    const values = [
      ...Object.values(column.choices ?? {}).map(([key]) => ({ code: say(key!, locale), name: '' })),
      ...(references[column.key] ?? []),
    ];
    for (const { code, name } of values) rows.push([word, name, code]);
    if (!column.choices) continue;
    choices.push({
      column: index,
      sheet: name,
      // The header of the sheet is its first row.
      from: { column: 2, first: rows.length - values.length + 2, last: rows.length + 1 },
      title: word,
      text: m.network_list_choose({ sheet: name }, { locale }),
    });
  }
  const header = [
    m.network_list_help_column({}, { locale }),
    m.network_list_help_content({}, { locale }),
    m.network_list_help_value({}, { locale }),
  ];
  return { sheet: { name, header, rows, widths: [28, 90, 32], wraps: true }, choices };
}

/** A problem as one sentence, without its place. */
export function cellSentence(problem: CellProblem, columns: readonly ListColumn[], locale: Locale): string {
  const known = columns.map((column) => columnWord(column, locale)).join(', ');
  const values = Object.entries(problem.values).map(([name, value]) => {
    const column = name === 'column' && columns.find(({ key }) => key === value);
    return [name, column ? columnWord(column, locale) : quoted(value)];
  });
  return say(problem.reason, locale, { known, ...Object.fromEntries(values) });
}
