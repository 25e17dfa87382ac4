import { identifier, recordJson, reference, texts } from '../exports.server.ts';
import { citation } from '../sources/exports.server.ts';
import type { InitiativeDossier } from '../dossiers/queries.server.ts';

/** An initiative's record in its three languages, each outcome with its sources. */
export function initiativeRecord(dossier: InitiativeDossier, publicUrl: string): string {
  const { initiative, outcomes, organisations, territories, wholes, parts, concepts, sources } = dossier;
  return recordJson({
    id: identifier(publicUrl, 'initiatives', initiative),
    type: 'initiative',
    name: texts(initiative, 'name'),
    acronym: texts(initiative, 'acronym'),
    summary: texts(initiative, 'summary'),
    aims: texts(initiative, 'aims'),
    dates: { from: initiative.starts_on, to: initiative.ends_on },
    budget:
      initiative.budget_minor === null
        ? null
        : { minor: initiative.budget_minor, currency: initiative.budget_currency },
    organisations: organisations.map((row) => ({
      relation: row.relation,
      ...reference(publicUrl, 'organisations', row),
    })),
    territories: territories.map((row) => ({ code: row.code, ...reference(publicUrl, 'territories', row) })),
    partOf: wholes.map((row) => reference(publicUrl, 'initiatives', row)),
    parts: parts.map((row) => reference(publicUrl, 'initiatives', row)),
    outcomes: outcomes.map((outcome) => ({
      kind: outcome.kind,
      text: texts(outcome, 'text'),
      sources: outcome.sources.map(citation),
    })),
    serves: concepts.map(({ scheme, code }) => ({ scheme, code })),
    sources: sources.map(citation),
    updatedAt: initiative.updated_at,
  });
}
