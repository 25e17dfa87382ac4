import { embeddable, eventJsonLd, type EventRecord, type Organization } from '#formats/schema-org/event.ts';
import { getLocale } from '#messages/runtime';
import { identifier } from '#network/exports.server.ts';
import type { OrganisationType } from '#network/organisations/model.ts';
import { localized } from '#platform/locale/address.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import {
  contributorName,
  contributorPage,
  itemPage,
  knownHours,
  workshopPage,
} from '../dossier/exports.server.ts';
import type { Dossier } from '../dossier/queries.server.ts';
import type { ItemWithPeople } from '../programme/queries.server.ts';
import type { WorkshopRow } from '../workshops/model.ts';

/** A workshop as schema.org's Event, safe inside a script element. */
export function workshopJsonLd(dossier: Dossier, publicUrl: string): string {
  const { workshop, organisations, series, place, country } = dossier;
  const having = (...relations: string[]) =>
    organisations
      .filter(({ relation }) => relations.includes(relation))
      .map((row) => organization(row, publicUrl));
  const city = readOptional(workshop, 'city');
  const record: EventRecord = {
    id: identifier(publicUrl, 'workshops', workshop),
    url: workshopPage(workshop, publicUrl),
    name: read(workshop, 'title').text,
    description: readOptional(workshop, 'summary')?.text,
    languages: [getLocale()],
    when: { start: workshop.starts_on, end: workshop.ends_on },
    status: statusOf(workshop),
    previousStart: workshop.former_starts_on,
    location: city && {
      name: readOptional(workshop, 'venue')?.text,
      locality: city.text,
      region: place && place.level === 'region' ? read(place, 'name').text : null,
      country: country?.code,
    },
    image: `${workshopPage(workshop, publicUrl)}/card.png`,
    organizers: having('organiser', 'co-organiser'),
    funders: having('funder'),
    contributors: having('partner'),
    parts: dossier.programme.map((item) => itemRecord(workshop, item, publicUrl)),
    partOf: series && {
      id: identifier(publicUrl, 'series', series),
      name: read(series, 'name').text,
      series: true,
    },
  };
  return embeddable(eventJsonLd(record));
}

function statusOf({ status, former_starts_on }: WorkshopRow): EventRecord['status'] {
  if (status === 'cancelled' || status === 'postponed') return status;
  return former_starts_on === null ? 'scheduled' : 'rescheduled';
}

function itemRecord(workshop: WorkshopRow, item: ItemWithPeople, publicUrl: string): EventRecord {
  const known = knownHours(item);
  return {
    id: `${identifier(publicUrl, 'workshops', workshop)}/programme/${item.anchor}`,
    url: itemPage(workshop, item, publicUrl),
    name: read(item, 'title').text,
    description: readOptional(item, 'abstract')?.text,
    languages: [getLocale()],
    when: known ? { ...known, timeZone: workshop.time_zone } : item.day ? { start: item.day } : null,
    performers: item.contributions
      .filter(({ person_id }) => person_id !== null)
      .map((contribution) => ({
        name: contributorName(contribution),
        url: contributorPage(contribution, publicUrl),
        jobTitle: readOptional(contribution, 'role')?.text,
      })),
  };
}

const schemaTypes: Partial<Record<OrganisationType, Organization['type']>> = {
  'regional-council': 'GovernmentOrganization',
  ministry: 'GovernmentOrganization',
  'deconcentrated-service': 'GovernmentOrganization',
  'local-authority': 'GovernmentOrganization',
  university: 'CollegeOrUniversity',
  association: 'NGO',
  company: 'Corporation',
};

function organization(row: Dossier['organisations'][number], publicUrl: string): Organization {
  return {
    id: identifier(publicUrl, 'organisations', row),
    name: read(row, 'name').text,
    url: publicUrl + localized(`/organisations/${row.slug}`, getLocale()),
    type: schemaTypes[row.type] ?? 'Organization',
  };
}
