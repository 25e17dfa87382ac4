import { m } from '#messages';
import type { Relation } from '../links/model.ts';
import type { OrganisationLevel, OrganisationType } from '../organisations/model.ts';
import type { Scheme } from '../taxonomy/model.ts';
import type { Measure, TerritoryLevel } from '../territories/model.ts';

const types: Record<OrganisationType, [one: () => string, several: () => string]> = {
  'regional-council': [() => m.network_type_regional_council(), () => m.network_types_regional_council()],
  ministry: [() => m.network_type_ministry(), () => m.network_types_ministry()],
  'deconcentrated-service': [
    () => m.network_type_deconcentrated_service(),
    () => m.network_types_deconcentrated_service(),
  ],
  'local-authority': [() => m.network_type_local_authority(), () => m.network_types_local_authority()],
  'un-agency': [() => m.network_type_un_agency(), () => m.network_types_un_agency()],
  donor: [() => m.network_type_donor(), () => m.network_types_donor()],
  university: [() => m.network_type_university(), () => m.network_types_university()],
  association: [() => m.network_type_association(), () => m.network_types_association()],
  company: [() => m.network_type_company(), () => m.network_types_company()],
  other: [() => m.network_type_other(), () => m.network_types_other()],
};

const levels: Record<OrganisationLevel, () => string> = {
  local: () => m.network_level_local(),
  regional: () => m.network_level_regional(),
  national: () => m.network_level_national(),
  international: () => m.network_level_international(),
};

const territories: Record<TerritoryLevel, () => string> = {
  country: () => m.network_territory_country(),
  region: () => m.network_territory_region(),
  province: () => m.network_territory_province(),
  commune: () => m.network_territory_commune(),
};

const parts: Record<TerritoryLevel, () => string> = {
  country: () => m.network_within_country(),
  region: () => m.network_within_region(),
  province: () => m.network_within_province(),
  commune: () => m.network_within_province(),
};

const measures: Record<Measure, () => string> = {
  population: () => m.network_measure_population(),
  'foreign-residents': () => m.network_measure_foreign_residents(),
};

const concepts: Record<Scheme, (code: string) => string> = {
  axis: (code) => m.network_axis({ code }),
  priority: (code) => m.network_priority({ code }),
  sdg: (code) => m.network_goal({ code }),
};

export const typeWord = (type: OrganisationType): string => types[type][0]();
/** The type's name for several organisations. */
export const typesWord = (type: OrganisationType): string => types[type][1]();
export const levelWord = (level: OrganisationLevel): string => levels[level]();
export const territoryWord = (level: TerritoryLevel): string => territories[level]();
/** What the territories within one of this level are called. */
export const withinWord = (level: TerritoryLevel): string => parts[level]();
export const measureWord = (measure: Measure): string => measures[measure]();
/** “Objectif 10”, “Axe 2”. */
export const conceptWord = ({ scheme, code }: { scheme: Scheme; code: string }): string =>
  concepts[scheme](code);

/** How an organisation took part in meetings, in the order in which its page tells it. */
export const workshopGroups = (): { relation: Relation; title: string }[] => [
  { relation: 'organiser', title: m.network_organised() },
  { relation: 'co-organiser', title: m.network_co_organised() },
  { relation: 'funder', title: m.network_funded() },
  { relation: 'partner', title: m.network_partnered() },
  { relation: 'participant', title: m.network_took_part() },
];

/** How an organisation stands to initiatives, in the order in which its page tells it. */
export const initiativeGroups = (): { relation: Relation; title: string }[] => [
  { relation: 'implementer', title: m.network_initiatives_implemented() },
  { relation: 'funder', title: m.network_initiatives_funded() },
  { relation: 'partner', title: m.network_initiatives_partnered() },
];
