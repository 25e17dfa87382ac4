import type { Source } from '#platform/database/database.ts';
import {
  territoryLevels,
  type FigureRow,
  type Measure,
  type TerritoryLevel,
  type TerritoryRow,
} from './model.ts';

/** Territories of one level, in the order of their codes. */
export function listTerritories(db: Source, level: TerritoryLevel): Promise<TerritoryRow[]> {
  return db.selectFrom('territories').selectAll().where('level', '=', level).orderBy('code').execute();
}

/** Territories of every level, in the order of their codes. */
export function listAllTerritories(db: Source): Promise<TerritoryRow[]> {
  return db.selectFrom('territories').selectAll().orderBy('code').execute();
}

export function readTerritory(db: Source, id: string): Promise<TerritoryRow | undefined> {
  return db.selectFrom('territories').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The territories within a territory, one level below, in the order of their codes. */
export function listWithin(db: Source, id: string): Promise<TerritoryRow[]> {
  return db.selectFrom('territories').selectAll().where('parent_id', '=', id).orderBy('code').execute();
}

/** The id of a territory and of every territory within it, on all levels. */
export async function idsWithin(db: Source, id: string): Promise<string[]> {
  const found = [id];
  let above = [id];
  for (const _level of territoryLevels) {
    const rows = await db.selectFrom('territories').select('id').where('parent_id', 'in', above).execute();
    if (rows.length === 0) break;
    above = rows.map((row) => row.id);
    found.push(...above);
  }
  return found;
}

/** A figure with where it was read. */
export interface SourcedFigure extends Pick<
  FigureRow,
  'id' | 'territory_id' | 'measure' | 'value' | 'as_of'
> {
  source_id: string;
  source_title: string;
  source_language: string;
  publisher: string;
  publisher_fr: string | null;
  publisher_ar: string | null;
  publisher_en: string | null;
  url: string | null;
}

/** Every figure of some territories, newest first; of one date, as their sources were recorded. */
export async function listFigures(
  db: Source,
  territoryIds: readonly string[],
  measure?: Measure,
): Promise<SourcedFigure[]> {
  if (territoryIds.length === 0) return [];
  return db
    .selectFrom('figures')
    .innerJoin('sources', 'sources.id', 'figures.source_id')
    .select([
      'figures.id',
      'figures.territory_id',
      'figures.measure',
      'figures.value',
      'figures.as_of',
      'figures.source_id',
      'sources.title as source_title',
      'sources.language as source_language',
      'sources.publisher',
      'sources.publisher_fr',
      'sources.publisher_ar',
      'sources.publisher_en',
      'sources.url',
    ])
    .where('figures.territory_id', 'in', territoryIds)
    .$if(measure !== undefined, (query) => query.where('figures.measure', '=', measure!))
    .orderBy('figures.as_of', 'desc')
    .orderBy('figures.id')
    .execute();
}
