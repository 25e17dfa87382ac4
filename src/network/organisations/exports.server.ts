import { identifier, recordJson, reference, texts } from '../exports.server.ts';
import { citation } from '../sources/exports.server.ts';
import type { OrganisationDossier } from '../dossiers/queries.server.ts';

/** An organisation's record in its three languages. */
export function organisationRecord(dossier: OrganisationDossier, publicUrl: string): string {
  const { organisation, parent, parts, territory, initiatives, sources } = dossier;
  return recordJson({
    id: identifier(publicUrl, 'organisations', organisation),
    type: 'organisation',
    organisationType: organisation.type,
    level: organisation.level,
    name: texts(organisation, 'name'),
    acronym: texts(organisation, 'acronym'),
    summary: texts(organisation, 'summary'),
    url: organisation.url,
    parent: parent ? reference(publicUrl, 'organisations', parent) : null,
    parts: parts.map((row) => reference(publicUrl, 'organisations', row)),
    territory: territory ? reference(publicUrl, 'territories', territory) : null,
    initiatives: initiatives.map((row) => ({
      relation: row.relation,
      ...reference(publicUrl, 'initiatives', row),
    })),
    sources: sources.map(citation),
    updatedAt: organisation.updated_at,
  });
}
