import { m } from '#messages';
import type { Source } from '#platform/database/database.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { requiredPassage } from '#platform/locale/text.ts';
import { cellSentence, listCsv, listXlsx, type ListContent } from '../lists/exports.server.ts';
import type { CellProblem } from '../lists/model.ts';
import { organisationColumns } from './model.ts';
import { readOrganisationList } from './queries.server.ts';

/** All organisations as a workbook, headers and words in a language; {@link previewOrganisations} reads it back. */
export async function organisationsXlsx(db: Source, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  return listXlsx(await contentOf(db, locale));
}

/** As {@link organisationsXlsx}, as CSV. */
export async function organisationsCsv(db: Source, locale: Locale): Promise<string> {
  return listCsv(await contentOf(db, locale));
}

/** A problem of a list of organisations as one sentence, without its place. */
export function organisationSentence(problem: CellProblem, locale: Locale): string {
  return cellSentence(problem, organisationColumns, locale);
}

async function contentOf(db: Source, locale: Locale): Promise<ListContent> {
  const { records, territories, changedAt } = await readOrganisationList(db);
  const named = territories.map((row) => ({
    code: row.code,
    name: requiredPassage(row, 'name', locale).text,
  }));
  return {
    title: m.network_list_organisations({}, { locale }),
    columns: organisationColumns,
    rows: records.map(({ values }) => values),
    references: { territory: named },
    changedAt,
    locale,
  };
}
