import { getLocale } from '#messages/runtime';
import { localized } from '#platform/locale/address.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import type { Passage } from '#platform/locale/text.ts';
import { line, type Line } from '#ui/text.ts';
import type { InitiativeRow } from '../initiatives/model.ts';
import type { OrganisationRow } from '../organisations/model.ts';
import type { TerritoryRow } from '../territories/model.ts';
import { periodWords } from './facts.ts';
import { levelWord, typeWord } from './words.ts';

/** One record in a list of rows. */
export interface RecordRow {
  title: string | Passage;
  href?: string;
  /** When, or what kind. */
  eyebrow?: Line;
  text?: Line;
}

/** Organisations with their acronym and level, and their type in lists of several types. */
export function organisationRows(organisations: readonly OrganisationRow[], typed = true): RecordRow[] {
  return organisations.map((row) => ({
    title: read(row, 'name'),
    href: localized(`/organisations/${row.slug}`, getLocale()),
    text: line([readOptional(row, 'acronym'), typed && typeWord(row.type), levelWord(row.level)]),
  }));
}

/** Initiatives with their acronym and when they run. */
export function initiativeRows(initiatives: readonly InitiativeRow[]): RecordRow[] {
  return initiatives.map((row) => {
    const acronym = readOptional(row, 'acronym');
    const period = periodWords(row);
    return {
      title: read(row, 'name'),
      href: localized(`/initiatives/${row.slug}`, getLocale()),
      ...(acronym && { eyebrow: acronym }),
      ...(period && { text: period }),
    };
  });
}

/** Territories with their codes. */
export function territoryRows(territories: readonly TerritoryRow[]): RecordRow[] {
  return territories.map((row) => ({
    title: read(row, 'name'),
    href: localized(`/territories/${row.slug}`, getLocale()),
    eyebrow: row.code,
  }));
}
