/** Schedule JSON of frab and pretalx, within version 1 of c3voc's JSON schema. */
import { filled, oneLine, plainText, webAddress } from '../text/text.ts';
import { duration, scheduleDays, type ScheduleDay, type Slot } from './days.ts';
import type { Conference, Schedule, SchedulePerson } from './model.ts';
import { acronym, trackSlug } from './names.ts';

/** The schedule as a JSON document, indented, ending in a line break; valid with no item at all. */
export function scheduleJson(input: Schedule): string {
  const { generator } = input;
  const document = {
    $schema: 'https://c3voc.de/schedule/schema.json',
    generator: {
      name: oneLine(generator.name),
      version: oneLine(generator.version),
      url: webAddress(generator.url),
    },
    schedule: {
      url: webAddress(input.url),
      version: oneLine(input.version),
      base_url: webAddress(input.conference.baseUrl),
      conference: conferenceJson(input.conference, scheduleDays(input)),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function conferenceJson(conference: Conference, days: ScheduleDay[]): object {
  return {
    acronym: acronym(conference.acronym),
    title: oneLine(conference.title),
    description: some(conference.description),
    start: conference.startDate,
    end: conference.endDate,
    daysCount: days.length,
    timeslot_duration: duration((conference.timeslotMinutes ?? 5) * 60_000),
    time_zone_name: conference.timeZone,
    logo: webAddress(conference.logo),
    colors: conference.color ? { primary: conference.color } : undefined,
    url: webAddress(conference.url),
    tracks: (conference.tracks ?? []).map((track) => ({
      name: oneLine(track.name),
      slug: trackSlug(track.slug ?? track.name),
      color: track.color,
    })),
    rooms: (conference.rooms ?? []).map((room) => ({
      name: oneLine(room.name),
      guid: room.guid,
      description: some(room.description) ?? null,
      capacity: room.capacity ?? null,
    })),
    days: days.map((day) => ({
      index: day.index,
      date: day.date,
      day_start: day.start,
      day_end: day.end,
      rooms: Object.fromEntries(
        day.rooms.map(({ name, slots }) => [name, slots.map((slot) => eventJson(slot))]),
      ),
    })),
  };
}

function eventJson({ item, id, slug, date, start, end, duration }: Slot): object {
  return {
    guid: item.guid,
    id,
    date,
    start,
    end,
    duration,
    room: oneLine(item.room),
    slug,
    url: webAddress(item.url) ?? '',
    title: oneLine(item.title),
    subtitle: oneLine(item.subtitle ?? ''),
    track: filled(item.track) ? oneLine(item.track ?? '') : null,
    type: oneLine(item.type),
    language: filled(item.language) ?? null,
    abstract: some(item.abstract) ?? '',
    description: some(item.description) ?? '',
    recording_license: some(item.recording?.license),
    do_not_record: item.recording?.optOut,
    persons: (item.persons ?? []).map(personJson),
    links: (item.links ?? []).flatMap((link) => {
      const url = webAddress(link.url);
      return url ? { url, title: oneLine(link.title) } : [];
    }),
  };
}

/** `public_name` is what older readers look for; without an `id` the schema takes it as one kind of person only. */
function personJson(person: SchedulePerson): object {
  const name = oneLine(person.name);
  return { guid: person.guid, name, public_name: name, url: webAddress(person.url) };
}

function some(text: string | null | undefined): string | undefined {
  const value = filled(text);
  return value === undefined ? undefined : plainText(value);
}
