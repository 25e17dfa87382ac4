import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

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

/** The figures of one territory, measure and date on which sources disagree, by id. */
export function disagreeing(
  figures: readonly Pick<FigureRow, 'id' | 'territory_id' | 'measure' | 'as_of' | 'value'>[],
): Set<string> {
  const same = Map.groupBy(figures, (figure) => `${figure.territory_id} ${figure.measure} ${figure.as_of}`);
  const groups = [...same.values()].filter((group) => new Set(group.map(({ value }) => value)).size > 1);
  return new Set(groups.flat().map(({ id }) => id));
}

/** Of each measure, the figures of its newest date only, so that what stands side by side can be compared. */
export function latestFigures<Figure extends Pick<FigureRow, 'measure' | 'as_of'>>(
  figures: readonly Figure[],
): Figure[] {
  const newest = new Map<Measure, string>();
  for (const { measure, as_of } of figures) {
    if (as_of > (newest.get(measure) ?? '')) newest.set(measure, as_of);
  }
  return figures.filter(({ measure, as_of }) => newest.get(measure) === as_of);
}

/** Whether a table of some territories has an empty cell under one of the measures that it shows. */
export function hasGaps(
  territories: readonly Pick<TerritoryRow, 'id'>[],
  figures: readonly Pick<FigureRow, 'territory_id' | 'measure'>[],
): boolean {
  const cells = new Set(figures.map(({ territory_id, measure }) => `${territory_id} ${measure}`));
  const shown = new Set(figures.map(({ measure }) => measure));
  return territories.some(({ id }) => [...shown].some((measure) => !cells.has(`${id} ${measure}`)));
}

/** The sum of a measure over some territories; null unless each has exactly one figure. */
export function sumOf(
  territories: readonly Pick<TerritoryRow, 'id'>[],
  figures: readonly Pick<FigureRow, 'territory_id' | 'measure' | 'value'>[],
  measure: Measure,
): number | null {
  let sum = 0;
  for (const { id } of territories) {
    const own = figures.filter((figure) => figure.territory_id === id && figure.measure === measure);
    if (own.length !== 1) return null;
    sum += own[0]!.value;
  }
  return territories.length > 0 ? sum : null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    territories: TerritoryRow;
    figures: FigureRow;
  }
}
