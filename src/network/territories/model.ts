import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/records.ts';

export const territoryLevels = ['country', 'region', 'province', 'commune'] as const;
export type TerritoryLevel = (typeof territoryLevels)[number];

/** What a figure counts. */
export const measures = ['population', 'foreign-residents'] as const;
export type Measure = (typeof measures)[number];

export interface TerritoryRow extends RecordColumns, Trilingual<'name'>, Trilingual<'short_name'> {
  slug: string;
  parent_id: string | null;
  level: TerritoryLevel;
  /** ISO 3166-1 alpha-2 for a country, ISO 3166-2 below it. */
  code: string;
  /** The mark that ISO 3166-2 prints beside the name, such as EH-partial; kept as data. */
  code_mark: string | null;
  /** The cell of the tile map, counted from 1; null where the territory has none. */
  tile_column: number | null;
  tile_row: number | null;
}

/** One figure as one source gives it; sources that disagree stand side by side. */
export interface FigureRow extends RecordColumns {
  territory_id: string;
  measure: Measure;
  /** Persons. */
  value: number;
  /** The date it holds for, as exact as it is known (ISO 8601). */
  as_of: string;
  source_id: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    territories: TerritoryRow;
    figures: FigureRow;
  }
}
