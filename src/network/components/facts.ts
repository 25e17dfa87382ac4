import type { ComponentProps } from 'svelte';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { formatDate, formatDates, formatMoney } from '#platform/locale/format.ts';
import { read } from '#platform/locale/reader.ts';
import type Facts from '#ui/components/Facts.svelte';
import type { InitiativeDossier, OrganisationDossier, TerritoryDossier } from '../dossiers/queries.server.ts';
import type { InitiativeRow } from '../initiatives/model.ts';
import type { Relation } from '../links/model.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import { levelWord, typeWord } from './words.ts';

type FactList = ComponentProps<typeof Facts>['facts'];

/** What is looked up about a territory. */
export function territoryFacts({ territory, parent }: TerritoryDossier): FactList {
  const { level, code, code_mark: mark } = territory;
  return known([
    {
      label: level === 'country' ? m.network_code_country() : m.network_code(),
      values: [{ text: code, ...(mark && { note: m.network_code_mark({ mark }) }) }],
    },
    { label: m.network_part_of(), values: parent ? [named('territories', parent)] : [] },
  ]);
}

/** What is looked up about an organisation. */
export function organisationFacts({ organisation, parent, parts, territory }: OrganisationDossier): FactList {
  const { type, level, url } = organisation;
  return known([
    { label: m.network_type(), values: [{ text: typeWord(type) }] },
    { label: m.network_level(), values: [{ text: levelWord(level) }] },
    { label: m.network_part_of(), values: parent ? [named('organisations', parent)] : [] },
    { label: m.network_parts(), values: parts.map((row) => named('organisations', row)) },
    { label: m.network_territory(), values: territory ? [named('territories', territory)] : [] },
    { label: m.network_website(), values: url ? [{ text: new URL(url).hostname, href: url }] : [] },
  ]);
}

/** What is looked up about an initiative: when, where, by whom, with whom, for how much. */
export function initiativeFacts(dossier: InitiativeDossier): FactList {
  const { initiative, organisations, territories, wholes, parts } = dossier;
  const having = (relation: Relation) =>
    organisations.filter((row) => row.relation === relation).map((row) => named('organisations', row));
  const { budget_minor: minor, budget_currency: currency } = initiative;
  return known([
    { label: m.network_period(), values: [{ text: periodWords(initiative) ?? m.network_period_unknown() }] },
    { label: m.network_funders(), values: having('funder') },
    { label: m.network_implementers(), values: having('implementer') },
    { label: m.network_partners(), values: having('partner') },
    {
      label: m.network_budget(),
      values:
        minor !== null && currency !== null ? [{ text: formatMoney(minor, currency, getLocale()) }] : [],
    },
    { label: m.network_territories_concerned(), values: territories.map((row) => named('territories', row)) },
    { label: m.network_part_of(), values: wholes.map((row) => named('initiatives', row)) },
    { label: m.network_initiative_includes(), values: parts.map((row) => named('initiatives', row)) },
  ]);
}

/** When an initiative runs, as exactly as it is known; null where no date is. */
export function periodWords({
  starts_on: from,
  ends_on: to,
}: Pick<InitiativeRow, 'starts_on' | 'ends_on'>): string | null {
  const locale = getLocale();
  if (from && to) return formatDates(from, to, locale);
  if (from) return m.network_period_from({ date: formatDate(from, locale) });
  return to ? m.network_period_until({ date: formatDate(to, locale) }) : null;
}

function named(noun: string, row: { slug: string } & Trilingual<'name'>) {
  return { text: read(row, 'name'), href: localized(`/${noun}/${row.slug}`, getLocale()) };
}

function known(facts: FactList): FactList {
  return facts.filter(({ values }) => values.length > 0);
}
