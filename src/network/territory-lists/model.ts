import type { TrilingualText } from '#platform/locale/text.ts';
import { territoryLevels, type TerritoryLevel } from '../territories/model.ts';

/** The forms of list that are read. */
export type ListFormat = 'csv' | 'iso-3166-2';

/** A list's size at most: 5 MB, 10,000 territories. */
export const listLimits = { bytes: 5_000_000, entries: 10_000 } as const;

/** Columns of a CSV list; `code` and one name are needed. */
export const listColumns = [
  'code',
  'parent_code',
  'level',
  'name_fr',
  'name_ar',
  'name_en',
  'short_fr',
  'short_ar',
  'short_en',
  'code_mark',
  'slug',
] as const;
export type ListColumn = (typeof listColumns)[number];

/** A territory as a list gives it, before anything is known of the node's own. */
export interface ListedTerritory {
  /** The line of a CSV file, or the place of an entry in an ISO list, from 1. */
  place: number;
  code: string;
  parentCode: string | null;
  /** Null where the list doesn't say: one level below the parents asked for. */
  level: TerritoryLevel | null;
  name: TrilingualText;
  shortName: TrilingualText | null;
  codeMark: string | null;
  /** Null where the address is to be made from the name. */
  slug: string | null;
}

/** Why a list, or one territory of it, is refused; a sentence in three languages stands behind each reason. */
export interface ListProblem {
  /** Null for the list as a whole. */
  place: number | null;
  field: ListColumn | null;
  /** A message key. */
  reason: `network_import_${string}`;
  /** What the sentence names. */
  values: Record<string, string | number>;
}

/** What a file holds: territories in the order of the file, and what could not be read. */
export interface TerritoryList {
  format: ListFormat;
  territories: ListedTerritory[];
  problems: ListProblem[];
}

/** The levels that hold others. */
export const parentLevels = territoryLevels.slice(0, -1) as Exclude<TerritoryLevel, 'commune'>[];
export type ParentLevel = (typeof parentLevels)[number];

/** The level below another. */
export function levelBelow(level: ParentLevel): TerritoryLevel {
  return territoryLevels[territoryLevels.indexOf(level) + 1]!;
}

/** Whether a territory of one level may lie within one of another: it must stand higher. */
export function mayHold(parent: TerritoryLevel, child: TerritoryLevel): boolean {
  return territoryLevels.indexOf(parent) < territoryLevels.indexOf(child);
}
