import { m } from '#messages';
import type { Source } from '#platform/database/database.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { cellSentence, listCsv, listXlsx, type ListContent } from '../lists/exports.server.ts';
import type { CellProblem } from '../lists/model.ts';
import { personColumns } from './model.ts';
import { readPersonList } from './queries.server.ts';

/** All people as a workbook, headers and words in a language; {@link previewPeople} reads it back. */
export async function peopleXlsx(db: Source, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  return listXlsx(await contentOf(db, locale));
}

/** As {@link peopleXlsx}, as CSV. */
export async function peopleCsv(db: Source, locale: Locale): Promise<string> {
  return listCsv(await contentOf(db, locale));
}

/** A problem of a list of people as one sentence, without its place. */
export function personSentence(problem: CellProblem, locale: Locale): string {
  return cellSentence(problem, personColumns, locale);
}

async function contentOf(db: Source, locale: Locale): Promise<ListContent> {
  const { records, changedAt } = await readPersonList(db);
  return {
    title: m.network_list_people({}, { locale }),
    columns: personColumns,
    rows: records.map(({ values }) => values),
    references: {},
    changedAt,
    locale,
  };
}
