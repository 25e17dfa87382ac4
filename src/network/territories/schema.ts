import * as v from 'valibot';
import { choice, count, id, partialDate, slug, text, trilingual, version } from '#platform/locale/schema.ts';
import { measures, territoryLevels } from './model.ts';

export const territoryInput = v.object({
  slug,
  parentId: v.optional(id),
  level: choice(territoryLevels),
  code: v.pipe(text(10), v.regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'network_problem_not_an_iso_code')),
  codeMark: v.optional(text(20)),
  name: trilingual(120),
  shortName: v.optional(trilingual(40)),
  tile: v.optional(v.object({ column: count, row: count })),
});

/** The whole input again, with the record and the version it was filled from. */
export const territoryUpdate = v.object({ ...territoryInput.entries, id, version });

export type TerritoryUpdate = v.InferInput<typeof territoryUpdate>;
export type TerritoryInput = v.InferInput<typeof territoryInput>;

export const figureInput = v.object({
  territoryId: id,
  measure: choice(measures),
  value: count,
  asOf: partialDate,
  sourceId: id,
});

export type FigureInput = v.InferInput<typeof figureInput>;
