/**
 * Schedule XML of frab and pretalx (application/vnd.c3voc.schedule+xml), within c3voc's schedule.xml.xsd.
 */
import { filled, oneLine, webAddress } from '../text/text.ts';
import { xmlDocument, type XmlContent } from '../xml/document.ts';
import { duration, scheduleDays, type Slot } from './days.ts';
import type { Conference, Schedule } from './model.ts';
import { acronym, trackSlug } from './names.ts';

/** The schedule as an XML document; valid with no item at all, its days then being empty. */
export function scheduleXml(input: Schedule): string {
  const days = scheduleDays(input);
  const rooms = new Map(input.conference.rooms?.map((room) => [oneLine(room.name), room.guid]));
  const { generator } = input;
  return xmlDocument({
    schedule: {
      generator: {
        '@name': generator.name,
        '@system': webAddress(generator.url),
        '@version': generator.version,
      },
      url: webAddress(input.url),
      version: oneLine(input.version),
      conference: conferenceXml(input.conference, days.length),
      day: days.map((day) => ({
        '@date': day.date,
        '@start': day.start,
        '@end': day.end,
        '@index': day.index,
        room: day.rooms.map(({ name, slots }) => ({
          '@name': name,
          '@guid': rooms.get(name),
          event: slots.map((slot) => eventXml(slot)),
        })),
      })),
    },
  });
}

function conferenceXml(conference: Conference, days: number): XmlContent {
  return {
    title: oneLine(conference.title),
    acronym: acronym(conference.acronym),
    start: conference.startDate,
    end: conference.endDate,
    days,
    timeslot_duration: duration((conference.timeslotMinutes ?? 5) * 60_000),
    base_url: webAddress(conference.baseUrl),
    logo: webAddress(conference.logo),
    url: webAddress(conference.url),
    time_zone_name: conference.timeZone,
    color: conference.color ? { '@primary': conference.color } : undefined,
    track: conference.tracks?.map((track) => ({
      '@name': track.name,
      '@color': track.color,
      '@slug': trackSlug(track.slug ?? track.name),
    })),
  };
}

function eventXml({ item, id, slug, date, start, duration }: Slot): XmlContent {
  const { recording } = item;
  return {
    '@id': id,
    '@guid': item.guid,
    room: oneLine(item.room),
    title: oneLine(item.title),
    subtitle: oneLine(item.subtitle ?? ''),
    type: oneLine(item.type),
    date,
    start,
    duration,
    abstract: item.abstract ?? '',
    slug,
    track: oneLine(item.track ?? ''),
    persons: {
      person: item.persons?.map((person) => ({ '@guid': person.guid, '#': oneLine(person.name) })),
    },
    language: filled(item.language),
    description: item.description ?? '',
    recording: recording ? { license: recording.license, optout: String(recording.optOut) } : undefined,
    links: {
      link: item.links?.flatMap((link) => {
        const address = webAddress(link.url);
        return address ? { '@href': address, '#': oneLine(link.title) } : [];
      }),
    },
    url: webAddress(item.url),
  };
}
