import type { Source } from '#platform/database/database.ts';
import type { InitiativeRow } from '../initiatives/model.ts';
import { listOutcomes } from '../initiatives/queries.server.ts';
import { linkedFrom, linkedTo } from '../links/queries.server.ts';
import type { OrganisationRow } from '../organisations/model.ts';
import { listOrganisationsOf, listParts, readOrganisation } from '../organisations/queries.server.ts';
import type { PersonRow } from '../people/model.ts';
import { listSources } from '../sources/queries.server.ts';
import type { TerritoryRow } from '../territories/model.ts';
import { listFigures, listWithin, readTerritory } from '../territories/queries.server.ts';

/** A territory with what the network's own records tell of it. */
export async function readTerritoryDossier(db: Source, territory: TerritoryRow) {
  const { id, parent_id } = territory;
  const [parent, within, figures, organisations, initiatives, cited] = await Promise.all([
    parent_id ? readTerritory(db, parent_id) : undefined,
    listWithin(db, id),
    listFigures(db, [id]),
    listOrganisationsOf(db, id),
    linkedTo(db, 'initiatives', [id], ['concerns']),
    linkedFrom(db, 'sources', [id], ['cites']),
  ]);
  const figureSources = await listSources(
    db,
    figures.map((figure) => figure.source_id),
  );
  return {
    territory,
    parent,
    within,
    figures,
    organisations,
    initiatives,
    sources: [...figureSources, ...cited],
  };
}

export type TerritoryDossier = Awaited<ReturnType<typeof readTerritoryDossier>>;

/** An organisation with what the network's own records tell of it. */
export async function readOrganisationDossier(db: Source, organisation: OrganisationRow) {
  const { id, parent_id, territory_id } = organisation;
  const [parent, parts, territory, initiatives, sources] = await Promise.all([
    parent_id ? readOrganisation(db, parent_id) : undefined,
    listParts(db, id),
    territory_id ? readTerritory(db, territory_id) : undefined,
    linkedTo(db, 'initiatives', [id]),
    linkedFrom(db, 'sources', [id], ['cites']),
  ]);
  return { organisation, parent, parts, territory, initiatives, sources };
}

export type OrganisationDossier = Awaited<ReturnType<typeof readOrganisationDossier>>;

/** An initiative with what the network's own records tell of it; each outcome with the sources that it cites. */
export async function readInitiativeDossier(db: Source, initiative: InitiativeRow) {
  const { id } = initiative;
  const [outcomes, organisations, territories, wholes, parts, concepts, cited] = await Promise.all([
    listOutcomes(db, id),
    linkedFrom(db, 'organisations', [id]),
    linkedFrom(db, 'territories', [id], ['concerns']),
    linkedFrom(db, 'initiatives', [id], ['part-of']),
    linkedTo(db, 'initiatives', [id], ['part-of']),
    linkedFrom(db, 'concepts', [id], ['serves']),
    linkedFrom(db, 'sources', [id], ['cites']),
  ]);
  const outcomeSources = await linkedFrom(
    db,
    'sources',
    outcomes.map((outcome) => outcome.id),
    ['cites'],
  );
  const byOutcome = Map.groupBy(outcomeSources, ({ other_id }) => other_id);
  return {
    initiative,
    outcomes: outcomes.map((outcome) => ({ ...outcome, sources: byOutcome.get(outcome.id) ?? [] })),
    organisations,
    territories,
    wholes,
    parts,
    concepts,
    sources: cited,
  };
}

export type InitiativeDossier = Awaited<ReturnType<typeof readInitiativeDossier>>;

/** A person with where the name was read. */
export async function readPersonDossier(db: Source, person: PersonRow) {
  return { person, sources: await linkedFrom(db, 'sources', [person.id], ['cites']) };
}
