/** JSON-LD of schema.org for an event, and its safe place in a page. */
import { filled, languageTag, oneLine, plainText, webAddress } from '../text/text.ts';
import { addDays } from '#platform/clock/local.ts';
import { localWithOffset } from '#platform/clock/zone.ts';
import type { EventRecord, Organization, Person, Place, When } from './model.ts';

export type { EventRecord, Organization, Person, Place, When } from './model.ts';

/** A JSON-LD node; undefined properties are dropped when it is written. */
export type JsonLd = { readonly [property: string]: unknown };

const STATUS = {
  scheduled: 'EventScheduled',
  postponed: 'EventPostponed',
  rescheduled: 'EventRescheduled',
  cancelled: 'EventCancelled',
};
const ATTENDANCE = {
  onsite: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  mixed: 'MixedEventAttendanceMode',
};
const PRECISIONS = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/**
 * The event with its context (https://schema.org/Event).
 * @throws {RangeError} on a date, time, zone or language that is none.
 */
export function eventJsonLd(event: EventRecord): JsonLd {
  return { '@context': 'https://schema.org', ...eventNode(event) };
}

/** JSON-LD as text that a script element may hold: no character in it can end the element or start another. */
export function embeddable(jsonLd: JsonLd): string {
  return JSON.stringify(jsonLd).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function eventNode(event: EventRecord): JsonLd {
  return {
    '@type': 'Event',
    '@id': webAddress(event.id),
    url: webAddress(event.url),
    name: oneLine(event.name),
    alternateName: line(event.alternateName),
    description: filled(event.description) && plainText(event.description ?? ''),
    inLanguage: some(event.languages.map(languageTag)),
    startDate: event.when ? date(event.when.start, event.when) : undefined,
    endDate: event.when?.end ? date(event.when.end, event.when) : undefined,
    previousStartDate: event.previousStart ? date(event.previousStart, { start: '' }) : undefined,
    eventStatus: event.status && `https://schema.org/${STATUS[event.status]}`,
    eventAttendanceMode: event.attendance && `https://schema.org/${ATTENDANCE[event.attendance]}`,
    location: event.location ? placeNode(event.location) : undefined,
    image: webAddress(event.image),
    keywords: some(event.keywords?.map(oneLine)),
    organizer: some(event.organizers?.map(organizationNode)),
    funder: some(event.funders?.map(organizationNode)),
    sponsor: some(event.sponsors?.map(organizationNode)),
    contributor: some(event.contributors?.map(organizationNode)),
    performer: some(event.performers?.map(personNode)),
    superEvent: event.partOf
      ? {
          '@type': event.partOf.series ? 'EventSeries' : 'Event',
          '@id': webAddress(event.partOf.id),
          name: oneLine(event.partOf.name),
          url: webAddress(event.partOf.url),
        }
      : undefined,
    subEvent: some(event.parts?.map(eventNode)),
  };
}

function date(text: string, { timeZone }: When): string {
  if (PRECISIONS.test(text)) {
    addDays(`${text}-01-01`.slice(0, 10), 0);
    return text;
  }
  if (!timeZone) throw new RangeError(`a time without a zone: ${text}`);
  return localWithOffset(text, timeZone);
}

function organizationNode({ id, name, url, type = 'Organization' }: Organization): JsonLd {
  return { '@type': type, '@id': webAddress(id), name: oneLine(name), url: webAddress(url) };
}

function personNode({ id, name, url, jobTitle, affiliation }: Person): JsonLd {
  return {
    '@type': 'Person',
    '@id': webAddress(id),
    name: oneLine(name),
    url: webAddress(url),
    jobTitle: line(jobTitle),
    affiliation: affiliation ? organizationNode(affiliation) : undefined,
  };
}

function placeNode({ name, street, locality, region, country }: Place): JsonLd {
  return {
    '@type': 'Place',
    name: line(name),
    address: {
      '@type': 'PostalAddress',
      streetAddress: line(street),
      addressLocality: line(locality),
      addressRegion: line(region),
      addressCountry: line(country),
    },
  };
}

function line(text: string | null | undefined): string | undefined {
  const value = filled(text);
  return value === undefined ? undefined : oneLine(value);
}

/** One value alone, several as a list, none not at all. */
function some<T>(values: readonly T[] | undefined): T | readonly T[] | undefined {
  return values === undefined || values.length === 0 ? undefined : values.length === 1 ? values[0] : values;
}
