import { m } from '#messages';
import { csvFile } from '#formats/csv/writer.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { cellSentence, columnWord } from '../lists/exports.server.ts';
import type { CellProblem, ListColumn } from '../lists/model.ts';
import { fixedColumns, type ListPreview, type WordedCell, type WordedPreview } from './model.ts';

/** Rows of a kind, and findings, that a page shows; of more it tells the number. */
export const SHOWN = 200;

type Say = (values: object, options: { locale: Locale }) => string;

/** A preview of a list as a page shows it in a language. */
export function wordedPreview(
  preview: ListPreview,
  columns: readonly ListColumn[],
  locale: Locale,
): WordedPreview {
  const { digest, create, change, same, refused, warnings } = preview;
  const worded = (key: string, after: string, before = '', cell: string | null = null): WordedCell => {
    const column = columns.find((one) => one.key === key)!;
    const word = (text: string) => {
      const choice = column.choices?.[text]?.[0];
      return choice ? (m as unknown as Record<string, Say>)[choice]!({}, { locale }) : text;
    };
    return {
      column: columnWord(column, locale),
      cell,
      before: word(before),
      after: word(after),
      locale: column.locale ?? null,
    };
  };
  const findings = [...refused, ...warnings].map((problem) => ({
    where: placeWord(problem, locale),
    sentence: cellSentence(problem, columns, locale),
    severity: problem.severity === 'refusal' ? ('refused' as const) : ('warning' as const),
  }));
  const isFixed = (key: string) => (fixedColumns as readonly string[]).includes(key);
  return {
    digest,
    counts: { create: create.length, change: change.length, same: same.length },
    create: create.slice(0, SHOWN).map(({ row, slug, values, similar }) => ({
      row,
      name: values[`name_${locale}`] ?? values['name_fr'] ?? values['name_ar'] ?? values['name_en'] ?? slug,
      similar,
      cells: columns.flatMap(({ key }) =>
        values[key] === undefined || isFixed(key) ? [] : [worded(key, values[key])],
      ),
    })),
    change: change.slice(0, SHOWN).map(({ row, slug, fields }) => ({
      row,
      slug,
      cells: fields.map(({ column, cell, before, after }) => worded(column, after, before, cell)),
    })),
    findings: findings.slice(0, SHOWN),
    rest:
      findings.length > SHOWN ? { count: findings.length - SHOWN, csv: findingsCsv(findings, locale) } : null,
  };
}

function findingsCsv(findings: WordedPreview['findings'], locale: Locale): string {
  const header = [m.ui_import_place({}, { locale }), m.ui_import_remark({}, { locale })];
  const rows = findings.map(({ where, sentence }) => [where ?? '', sentence]);
  return csvFile([header, ...rows], locale === 'en' ? ',' : ';');
}

/** Where in the file something is said of; null for the file as a whole. */
export function placeWord({ sheet, cell }: CellProblem, locale: Locale): string | null {
  if (cell === null) return null;
  if (sheet === null) return m.network_list_cell({ cell }, { locale });
  return m.network_list_cell_of_sheet({ cell, sheet: sheet.slice(0, 31) }, { locale });
}
