/** Reads a programme from a calendar (RFC 5545): every event an item, on top of ical.js. */
import { line, link, passage } from '../schedule/fields.ts';
import {
  scheduleLimits,
  type ReadItem,
  type ReadSchedule,
  type ScheduleReading,
  type When,
} from '../schedule/model.ts';
import { Problems, quoted, unreadable } from '../schedule/problems.ts';
import { knownZone } from '../schedule/times.ts';
import { componentsOf, propertyOf, type Component } from './components.ts';
import { readEvent, type ReadEvent } from './events.ts';
import { repetitionsOf } from './repetitions.ts';
import { Zones } from './zones.ts';

/** The programme in a calendar's text. Whatever the text is, the answer is a reading; nothing throws or hangs. */
export function readCalendar(text: string): ScheduleReading {
  const outermost = componentsOf(text);
  if (!Array.isArray(outermost)) return unreadable(outermost.line, outermost.reason, outermost.values);
  const calendars = outermost.filter(({ name }) => name === 'vcalendar');
  const inside = [...outermost, ...calendars.flatMap(({ components }) => components)];
  const components = inside.filter(({ name }) => name === 'vevent');
  if (calendars.length === 0 && components.length === 0) {
    const [first] = outermost;
    return unreadable(first?.line ?? 1, 'not-a-schedule', { found: quoted(first?.name.toUpperCase() ?? '') });
  }
  const problems = new Problems();
  const schedule = scheduleOf(calendars);
  for (const { broken } of [...calendars, ...components])
    for (const { number, text } of broken) problems.warning(number, 'ics-line', { line: quoted(text) });
  const zones = new Zones(inside.filter(({ name }) => name === 'vtimezone'));
  const events = components.flatMap((component) => {
    const event = readEvent(component, { zones, floating: schedule.timeZone }, problems);
    return event ? [event] : [];
  });
  schedule.timeZone ??= events.find(({ zone }) => zone !== null)?.zone ?? null;
  const parent = takeParent(events);
  if (parent) describeBy(schedule, parent);
  schedule.items = itemsOf(parent ? events.filter((event) => event !== parent) : events, parent, problems);
  return { schedule, problems: problems.all() };
}

function scheduleOf(calendars: readonly Component[]): ReadSchedule {
  const first = (...names: string[]): string | null => {
    for (const name of names)
      for (const { lines } of calendars) {
        const found = lines.find((line) => line.name === name);
        const value = found && propertyOf(found)?.values[0];
        if (typeof value === 'string' && value.trim() !== '') return value;
      }
    return null;
  };
  return {
    format: 'ics',
    line: calendars[0]?.line ?? 1,
    title: line(first('name', 'x-wr-calname')),
    acronym: null,
    description: passage(first('description', 'x-wr-caldesc')),
    start: null,
    end: null,
    timeZone: knownZone(first('x-wr-timezone') ?? ''),
    venue: null,
    city: null,
    url: link(first('url'), null)[0]?.url ?? null,
    days: [],
    items: [],
  };
}

/** The event that the others are part of: it is the meeting itself, and no item of its programme. */
function takeParent(events: readonly ReadEvent[]): ReadEvent | null {
  const named = new Set(events.flatMap(({ parent }) => parent ?? []));
  const parents = events.filter(({ uid }) => uid !== null && named.has(uid));
  const [only] = parents;
  return only && parents.length === 1 && only.parent === null ? only : null;
}

function describeBy(schedule: ReadSchedule, { title, abstract, when, location, url, line }: ReadEvent): void {
  schedule.line = line;
  schedule.title = title;
  schedule.description = abstract ?? schedule.description;
  schedule.venue = location;
  schedule.url = url ?? schedule.url;
  [schedule.start, schedule.end] = daysOf(when);
}

function daysOf(when: When | null): [string | null, string | null] {
  if (!when) return [null, null];
  if ('firstDay' in when) return [when.firstDay, when.lastDay];
  return [when.start.local.slice(0, 10), (when.end ?? when.start).local.slice(0, 10)];
}

function itemsOf(events: readonly ReadEvent[], parent: ReadEvent | null, problems: Problems): ReadItem[] {
  const items: ReadItem[] = [];
  for (const { event, id, when, repeated } of repetitionsOf(events, problems)) {
    if (items.length >= scheduleLimits.items) {
      problems.error(event.line, 'too-many-items', { limit: scheduleLimits.items });
      break;
    }
    items.push({
      line: event.line,
      id,
      unique: true,
      title: event.title,
      subtitle: null,
      abstract: event.abstract,
      when,
      room: roomIn(event.location, parent?.location ?? null),
      track: null,
      type: event.category,
      language: event.language,
      persons: event.persons,
      links: link(event.url, event.title),
      repeated,
    });
  }
  return items;
}

/** Where the meeting's own place ends an item's location, what comes before it is the room. */
function roomIn(location: string | null, place: string | null): string | null {
  if (location === null || place === null || !location.endsWith(place)) return location;
  return line(location.slice(0, -place.length).replace(/[\s,،;-]+$/u, ''));
}
