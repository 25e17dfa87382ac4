import { identifier, recordJson, reference, texts } from '../exports.server.ts';
import { citation } from '../sources/exports.server.ts';
import type { TerritoryDossier } from '../dossiers/queries.server.ts';

/** A territory's record in its three languages, with every figure and its source. */
export function territoryRecord(dossier: TerritoryDossier, publicUrl: string): string {
  const { territory, parent, within, figures, organisations, initiatives, sources } = dossier;
  const cited = new Map(sources.map((source) => [source.id, citation(source)]));
  return recordJson({
    id: identifier(publicUrl, 'territories', territory),
    type: 'territory',
    level: territory.level,
    code: territory.code,
    codeMark: territory.code_mark,
    name: texts(territory, 'name'),
    parent: parent ? reference(publicUrl, 'territories', parent) : null,
    within: within.map((row) => reference(publicUrl, 'territories', row)),
    figures: figures.map(({ measure, value, as_of, source_id }) => ({
      measure,
      value,
      asOf: as_of,
      source: cited.get(source_id),
    })),
    organisations: organisations.map((row) => reference(publicUrl, 'organisations', row)),
    initiatives: initiatives.map((row) => reference(publicUrl, 'initiatives', row)),
    sources: [...cited.values()],
    updatedAt: territory.updated_at,
  });
}
