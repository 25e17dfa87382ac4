/** The matrix as files: every recommendation of the view, and its word in each region. */
import { csvFile } from '#formats/csv/writer.ts';
import { xlsxFile } from '#formats/xlsx/writer.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import type { TerritoryRow } from '#network/territories/model.ts';
import { localized } from '#platform/locale/address.ts';
import { directionOf } from '#platform/locale/locale.ts';
import { read } from '#platform/locale/reader.ts';
import { statusWord } from '../status/components/words.ts';
import type { MatrixRow } from './queries.server.ts';

/** What a matrix is made of as a file. */
export interface MatrixFile {
  regions: readonly TerritoryRow[];
  rows: readonly MatrixRow[];
  publicUrl: string;
}

function header(regions: readonly TerritoryRow[]): string[] {
  return [
    m.follow_up_reference(),
    m.follow_up_column_title(),
    m.follow_up_filter_status(),
    ...regions.map((region) => read(region, 'name').text),
    m.follow_up_column_address(),
  ];
}

function cells({ rows, publicUrl }: MatrixFile): string[][] {
  return rows.map(({ recommendation, cells: own }) => [
    recommendation.reference,
    read(recommendation, 'title').text,
    statusWord(recommendation.status),
    ...own.map(({ status }) => (status === null ? '' : statusWord(status))),
    publicUrl + localized(`/recommendations/${recommendation.slug}`, getLocale()),
  ]);
}

/** The matrix as CSV. */
export function matrixCsv(file: MatrixFile): string {
  return csvFile([header(file.regions), ...cells(file)], getLocale() === 'en' ? ',' : ';');
}

/** The matrix as a workbook, right to left in Arabic. @param at of what day it is */
export function matrixXlsx(file: MatrixFile, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = {
    name: m.follow_up_matrix_sheet().slice(0, 31),
    header: header(file.regions),
    rows: cells(file),
    widths: [16, 60, 18, ...file.regions.map(() => 18), 48],
  };
  const rightToLeft = directionOf(getLocale()) === 'rtl';
  return xlsxFile({ title: m.follow_up_matrix(), modified: at, rightToLeft, sheets: [sheet] });
}
