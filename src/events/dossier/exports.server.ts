import { calendar, type CalendarEvent } from '#formats/ics/calendar.ts';
import type { Schedule, ScheduleItem } from '#formats/frab/model.ts';
import { scheduleJson } from '#formats/frab/schedule-json.ts';
import { scheduleXml } from '#formats/frab/schedule-xml.ts';
import { embeddable, eventJsonLd, type EventRecord, type Organization } from '#formats/schema-org/event.ts';
import { getLocale } from '#messages/runtime';
import { m } from '#messages';
import type { OrganisationType } from '#network/organisations/model.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDates } from '#platform/locale/format.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import { passage, type Trilingual } from '#platform/locale/text.ts';
import { itemWord } from '../components/words.ts';
import { itemFragment } from '../programme/model.ts';
import type { ItemWithPeople, NamedContribution } from '../programme/queries.server.ts';
import { firstDay, lastDay, type WorkshopRow } from '../workshops/model.ts';
import type { Dossier } from './queries.server.ts';

/*
 * A workshop as calendars, schedules and search engines take it, in the language of the request. What no
 * source tells (most often the hours) is left out, never filled in.
 */

/** The workshop and each of its items as a calendar; an item without known hours takes the workshop's days. */
export function workshopCalendar({ workshop, programme }: Dossier, publicUrl: string): string {
  return calendar({
    name: read(workshop, 'title').text,
    language: getLocale(),
    url: page(workshop, publicUrl),
    events: [
      workshopEvent(workshop, publicUrl),
      ...programme.map((item) => itemEvent(workshop, item, publicUrl)),
    ],
  });
}

/** One programme item as a calendar of its own. */
export function itemCalendar({ workshop }: Dossier, item: ItemWithPeople, publicUrl: string): string {
  return calendar({
    name: read(item, 'title').text,
    language: getLocale(),
    url: `${page(workshop, publicUrl)}#${itemFragment(item)}`,
    events: [itemEvent(workshop, item, publicUrl)],
  });
}

/** A workshop as one entry of a calendar: whole days. */
export function workshopEvent(workshop: WorkshopRow, publicUrl: string): CalendarEvent {
  return {
    uid: identifier(workshop, publicUrl),
    sequence: workshop.version - 1,
    createdAt: workshop.created_at,
    updatedAt: workshop.updated_at,
    summary: read(workshop, 'title').text,
    description: readOptional(workshop, 'summary')?.text,
    location: location(workshop),
    url: page(workshop, publicUrl),
    status:
      workshop.status === 'cancelled'
        ? 'cancelled'
        : workshop.status === 'postponed'
          ? 'tentative'
          : 'confirmed',
    startDate: firstDay(workshop.starts_on),
    endDate: lastDay(workshop.ends_on),
  };
}

function itemEvent(workshop: WorkshopRow, item: ItemWithPeople, publicUrl: string): CalendarEvent {
  const known = knownHours(item);
  const description = [
    known ? null : m.events_hours_unknown(),
    readOptional(item, 'abstract')?.text,
    item.contributions.map((contribution) => contributorName(contribution)).join(' · '),
  ];
  return {
    ...workshopEvent(workshop, publicUrl),
    uid: `${identifier(workshop, publicUrl)}/programme/${item.anchor}`,
    parentUid: identifier(workshop, publicUrl),
    sequence: item.version - 1,
    createdAt: item.created_at,
    updatedAt: item.updated_at,
    summary: read(item, 'title').text,
    description: description.filter(Boolean).join('\n\n'),
    location: [readOptional(item, 'room')?.text, location(workshop)].filter(Boolean).join(', '),
    url: `${page(workshop, publicUrl)}#${itemFragment(item)}`,
    categories: [itemWord(item)],
    ...(known && { ...known, timeZone: workshop.time_zone, startDate: undefined, endDate: undefined }),
  } as CalendarEvent;
}

/** The programme as a frab schedule: items with known hours, for that format has no place for others. */
function workshopSchedule({ workshop, programme }: Dossier, publicUrl: string): Schedule {
  const items = programme.flatMap((item): ScheduleItem[] => {
    const known = knownHours(item);
    if (!known) return [];
    return [
      {
        guid: item.id,
        slug: item.anchor,
        ...known,
        room: readOptional(item, 'room')?.text ?? readOptional(workshop, 'venue')?.text ?? workshop.slug,
        title: read(item, 'title').text,
        type: item.kind,
        track: itemWord({ kind: item.kind, number: null }),
        language: read(item, 'title').lang,
        abstract: readOptional(item, 'abstract')?.text,
        url: `${page(workshop, publicUrl)}#${itemFragment(item)}`,
        persons: item.contributions.map((contribution) => ({
          guid: contribution.person_id ?? contribution.organisation_id!,
          name: contributorName(contribution),
          url: contributorPage(contribution, publicUrl),
        })),
      },
    ];
  });
  const revised = [workshop.updated_at, ...programme.map((item) => item.updated_at)].sort().at(-1)!;
  return {
    generator: { name: 'Indimaj', version: '0.1.0' },
    url: `${page(workshop, publicUrl)}/schedule.json`,
    version: revised,
    conference: {
      title: read(workshop, 'title').text,
      acronym: workshop.slug,
      description: readOptional(workshop, 'summary')?.text,
      startDate: firstDay(workshop.starts_on),
      endDate: lastDay(workshop.ends_on),
      timeZone: workshop.time_zone,
      url: page(workshop, publicUrl),
      baseUrl: publicUrl,
      color: '#0d5557',
    },
    items,
  };
}

/** The programme as frab's schedule XML. */
export function workshopScheduleXml(dossier: Dossier, publicUrl: string): string {
  return scheduleXml(workshopSchedule(dossier, publicUrl));
}

/** The programme as frab's schedule JSON. */
export function workshopScheduleJson(dossier: Dossier, publicUrl: string): string {
  return scheduleJson(workshopSchedule(dossier, publicUrl));
}

/** A workshop as schema.org's Event, safe inside a script element. */
export function workshopJsonLd(dossier: Dossier, publicUrl: string): string {
  const { workshop, organisations, series, place } = dossier;
  const having = (...relations: string[]) =>
    organisations
      .filter(({ relation }) => relations.includes(relation))
      .map((row) => organization(row, publicUrl));
  const city = readOptional(workshop, 'city');
  const record: EventRecord = {
    id: identifier(workshop, publicUrl),
    url: page(workshop, publicUrl),
    name: read(workshop, 'title').text,
    description: readOptional(workshop, 'summary')?.text,
    languages: [getLocale()],
    when: { start: workshop.starts_on, end: workshop.ends_on },
    status:
      workshop.status === 'cancelled'
        ? 'cancelled'
        : workshop.status === 'postponed'
          ? 'postponed'
          : 'scheduled',
    location: city && {
      name: readOptional(workshop, 'venue')?.text,
      locality: city.text,
      region: place && place.level === 'region' ? read(place, 'name').text : null,
      country: 'MA',
    },
    image: `${page(workshop, publicUrl)}/card.png`,
    organizers: having('organiser', 'co-organiser'),
    funders: having('funder'),
    contributors: having('partner'),
    parts: dossier.programme.map((item) => itemRecord(workshop, item, publicUrl)),
    partOf: series && {
      id: `${publicUrl}/series/${series.slug}`,
      name: read(series, 'name').text,
      series: true,
    },
  };
  return embeddable(eventJsonLd(record));
}

function itemRecord(workshop: WorkshopRow, item: ItemWithPeople, publicUrl: string): EventRecord {
  const known = knownHours(item);
  return {
    id: `${identifier(workshop, publicUrl)}/programme/${item.anchor}`,
    url: `${page(workshop, publicUrl)}#${itemFragment(item)}`,
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

/** The record itself in its three languages, as the node holds it. */
export function workshopRecord(dossier: Dossier, publicUrl: string): string {
  const { workshop, series, programme, conclusions, audiences, organisations, initiatives, territories } =
    dossier;
  const ref = (noun: string, row: { slug: string }) => `${publicUrl}/${noun}/${row.slug}`;
  const record = {
    id: identifier(workshop, publicUrl),
    type: 'workshop',
    form: workshop.form,
    status: workshop.status,
    title: texts(workshop, 'title'),
    summary: texts(workshop, 'summary'),
    aims: texts(workshop, 'aims'),
    outcome: texts(workshop, 'outcome'),
    dates: { from: workshop.starts_on, to: workshop.ends_on, timeZone: workshop.time_zone },
    venue: texts(workshop, 'venue'),
    city: texts(workshop, 'city'),
    series: series && texts(series, 'name'),
    attendance:
      workshop.attendance_total === null
        ? null
        : {
            total: workshop.attendance_total,
            minimum: workshop.attendance_minimum === 1,
            women: workshop.attendance_women,
            men: workshop.attendance_men,
          },
    audiences: audiences.map(({ actor_type }) => actor_type),
    organisations: organisations.map((row) => ({
      relation: row.relation,
      id: ref('organisations', row),
      name: texts(row, 'name'),
    })),
    initiatives: initiatives.map((row) => ({ id: ref('initiatives', row), name: texts(row, 'name') })),
    territories: territories.map((row) => ({
      id: ref('territories', row),
      code: row.code,
      name: texts(row, 'name'),
    })),
    programme: programme.map((item) => ({
      anchor: item.anchor,
      kind: item.kind,
      number: item.number,
      day: item.day,
      startsAt: item.starts_at,
      endsAt: item.ends_at,
      title: texts(item, 'title'),
      abstract: texts(item, 'abstract'),
      contributions: item.contributions.map((contribution) => ({
        part: contribution.part,
        role: texts(contribution, 'role'),
        person: contribution.person_slug && `${publicUrl}/people/${contribution.person_slug}`,
        organisation:
          contribution.organisation_slug && `${publicUrl}/organisations/${contribution.organisation_slug}`,
      })),
    })),
    conclusions: conclusions.map((row) => ({ kind: row.kind, text: texts(row, 'text') })),
    sources: dossier.sources.map(({ title, language, publisher, url }) => ({
      title,
      language,
      publisher,
      url,
    })),
    updatedAt: workshop.updated_at,
  };
  return JSON.stringify(record, null, 2);
}

/** What the workshop's shared picture says: kind, title, when and where. */
export function workshopCard({ workshop }: Dossier): { title: string; lines: string[] } {
  const when = formatDates(workshop.starts_on, workshop.ends_on, getLocale());
  return {
    title: read(workshop, 'title').text,
    lines: [when, location(workshop)].filter((line) => line !== ''),
  };
}

function texts<Field extends string>(row: Trilingual<Field>, field: Field) {
  const columns = row as Record<string, string | null>;
  const found = { fr: columns[`${field}_fr`], ar: columns[`${field}_ar`], en: columns[`${field}_en`] };
  if (!found.fr && !found.ar && !found.en) return null;
  return { ...found, original: columns[`${field}_original`] };
}

function identifier(workshop: WorkshopRow, publicUrl: string): string {
  return `${publicUrl}/workshops/${workshop.slug}`;
}

function page(workshop: WorkshopRow, publicUrl: string): string {
  return publicUrl + localized(`/workshops/${workshop.slug}`, getLocale());
}

function location(workshop: WorkshopRow): string {
  return [readOptional(workshop, 'venue')?.text, readOptional(workshop, 'city')?.text]
    .filter(Boolean)
    .join(', ');
}

function knownHours({ day, starts_at, ends_at }: ItemWithPeople): { start: string; end: string } | null {
  return day && starts_at && ends_at ? { start: `${day}T${starts_at}`, end: `${day}T${ends_at}` } : null;
}

function contributorName(contribution: NamedContribution): string {
  const field = contribution.person_id ? 'person' : 'organisation';
  return passage(contribution as Trilingual<typeof field>, field, getLocale())!.text;
}

function contributorPage({ person_slug, organisation_slug }: NamedContribution, publicUrl: string): string {
  const address = person_slug ? `/people/${person_slug}` : `/organisations/${organisation_slug}`;
  return publicUrl + localized(address, getLocale());
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
    id: `${publicUrl}/organisations/${row.slug}`,
    name: read(row, 'name').text,
    url: publicUrl + localized(`/organisations/${row.slug}`, getLocale()),
    type: schemaTypes[row.type] ?? 'Organization',
  };
}
