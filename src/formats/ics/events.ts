/** One VEVENT of a calendar, before its repetitions are counted out. */
import ICAL from 'ical.js';
import { addDays } from '#platform/clock/local.ts';
import { line, link, passage } from '../schedule/fields.ts';
import type { Moment, ReadPerson, When } from '../schedule/model.ts';
import { quoted, type Problems } from '../schedule/problems.ts';
import { later, momentIn, readDay, readMoment } from '../schedule/times.ts';
import { parameter, propertyOf, valueIn, type Component, type Property } from './components.ts';
import type { Zones } from './zones.ts';

export interface ReadEvent {
  line: number;
  uid: string | null;
  title: string;
  abstract: string | null;
  location: string | null;
  category: string | null;
  language: string | null;
  url: string | null;
  parent: string | null;
  persons: ReadPerson[];
  when: When | null;
  /** The zone the platform knows its start by. */
  zone: string | null;
  /** Which occurrence of its UID it stands for. */
  replaces: Moment | null;
  rules: Property[];
  /** Further and left out occurrences. */
  added: Moment[];
  removed: (Moment | { day: string })[];
  /** A local time as a moment in this event's own zone. */
  moment(local: string): Moment;
}

/** What an event's times are read with. */
export interface Around {
  zones: Zones;
  /** The zone in which times without one are read. */
  floating: string | null;
}

/** Properties that are read; what is wrong in others is nobody's concern. */
const NAMES = new Set(
  `uid summary description location categories url related-to status attendee dtstart dtend duration rrule rdate
   exdate recurrence-id`.split(/\s+/),
);
const MOST_PROPERTIES = 2_000;

/** The event in a component; null where it is cancelled, or what it needs cannot be read, which is said. */
export function readEvent(component: Component, around: Around, problems: Problems): ReadEvent | null {
  const properties = propertiesOf(component, problems);
  const all = (name: string) => properties.filter((property) => property.name === name);
  const one = (name: string) => all(name)[0];
  const text = (name: string) => {
    const value = one(name)?.values[0];
    return typeof value === 'string' ? value : null;
  };
  if (text('status')?.trim().toUpperCase() === 'CANCELLED') {
    problems.counted(component.line, 'cancelled');
    return null;
  }
  const title = line(text('summary'));
  if (title === null) {
    problems.error(component.line, 'no-title');
    return null;
  }
  const time = (property: Property) => timesOf(property, around, problems)[0] ?? null;
  const start = one('dtstart');
  const begins = start ? time(start) : null;
  if (!start) problems.counted(component.line, 'no-hours');
  const replaced = one('recurrence-id');
  const zone = start && parameter(start, 'tzid') ? around.zones.of(parameter(start, 'tzid')!) : null;
  return {
    line: component.line,
    uid: line(text('uid')),
    title,
    abstract: passage(text('description')),
    location: line(text('location')),
    category: line(text('categories')),
    language: one('summary') ? line(parameter(one('summary')!, 'language')) : null,
    url: link(text('url'), null)[0]?.url ?? null,
    parent: line(all('related-to').find(isParent)?.values[0] as string | undefined),
    persons: chairsIn(all('attendee'), problems),
    when: begins && whenOf(begins, { end: one('dtend'), duration: one('duration'), time }, problems),
    zone: zone?.name ?? null,
    replaces: replaced ? asMoment(time(replaced)) : null,
    rules: all('rrule'),
    added: all('rdate').flatMap((property) =>
      timesOf(property, around, problems).flatMap((at) => asMoment(at) ?? []),
    ),
    removed: all('exdate').flatMap((property) => timesOf(property, around, problems)),
    moment: (local) => {
      if (begins && 'instant' in begins && isUtc(start!)) return readMoment(`${local}Z`, null)!;
      return zone ? zone.moment(local) : momentIn(local, around.floating);
    },
  };
}

function propertiesOf(component: Component, problems: Problems): Property[] {
  const lines = component.lines.filter(({ name }) => NAMES.has(name)).slice(0, MOST_PROPERTIES);
  return lines.flatMap((one) => {
    const property = propertyOf(one);
    if (!property)
      problems.error(one.number, 'ics-value', {
        name: one.name.toUpperCase(),
        value: quoted(valueIn(one.text)),
      });
    return property ?? [];
  });
}

/** The moments, or days, that a property names; what cannot be read is an error. */
function timesOf(
  property: Property,
  { zones, floating }: Around,
  problems: Problems,
): (Moment | { day: string })[] {
  const { values, type, line: at, name } = property;
  const id = parameter(property, 'tzid');
  const zone = id === null ? null : zones.of(id);
  if (id !== null && zone === null && type !== 'date')
    problems.counted(at, 'zone-unknown', { zone: quoted(id) });
  return values.flatMap((value): (Moment | { day: string })[] => {
    // A period gives its start first.
    const text = String(Array.isArray(value) ? value[0] : value);
    const day = type === 'date' || text.length === 10 ? readDay(text) : null;
    if (day !== null) return [{ day }];
    const written = readMoment(text, null);
    if (!written) {
      problems.error(at, 'ics-value', { name: name.toUpperCase(), value: quoted(property.written) });
      return [];
    }
    if (text.endsWith('Z')) return [written];
    return [zone ? zone.moment(written.local) : momentIn(written.local, floating)];
  });
}

function isUtc({ values: [value] }: Property): boolean {
  return typeof value === 'string' && value.endsWith('Z');
}

function asMoment(time: Moment | { day: string } | null): Moment | null {
  if (!time) return null;
  return 'day' in time ? { local: `${time.day}T00:00`, instant: null } : time;
}

interface Ends {
  end: Property | undefined;
  duration: Property | undefined;
  time(property: Property): Moment | { day: string } | null;
}

/** An event's hours, or its days: DTEND is the day after the last. */
function whenOf(start: Moment | { day: string }, { end, duration, time }: Ends, problems: Problems): When {
  const ends = end ? time(end) : null;
  const minutes = !end && duration ? minutesOf(duration, problems) : null;
  if ('day' in start) {
    const after = ends && ('day' in ends ? ends.day : ends.local.slice(0, 10));
    const last = after
      ? addDays(after, -1)
      : addDays(start.day, Math.max(0, Math.ceil((minutes ?? 0) / 1440) - 1));
    if (after && after < start.day) problems.error(end!.line, 'end-before-start');
    return { firstDay: start.day, lastDay: last < start.day ? start.day : last };
  }
  const finish = asMoment(ends) ?? (minutes === null ? null : later(start, minutes, null));
  if (!finish) return { start, end: null };
  const early =
    finish.instant !== null && start.instant !== null
      ? finish.instant < start.instant
      : finish.local < start.local;
  if (early) problems.error((end ?? duration)!.line, 'end-before-start');
  return { start, end: early ? null : finish };
}

function minutesOf(property: Property, problems: Problems): number | null {
  const text = String(property.values[0]);
  try {
    const seconds = ICAL.Duration.fromString(text).toSeconds();
    if (Math.abs(seconds) <= 100 * 86_400) return Math.round(seconds / 60);
  } catch {
    // Said below, as what is too long is.
  }
  problems.error(property.line, 'duration', { value: quoted(property.written) });
  return null;
}

function isParent(property: Property): boolean {
  return (parameter(property, 'reltype') ?? 'PARENT').toUpperCase() === 'PARENT';
}

/** Who chairs is named by the programme; who is invited is nobody's business, and no mail address is kept. */
function chairsIn(attendees: readonly Property[], problems: Problems): ReadPerson[] {
  return attendees.flatMap((attendee): ReadPerson[] => {
    const name = line(parameter(attendee, 'cn'));
    const role = parameter(attendee, 'role')?.toUpperCase() ?? null;
    if (role === 'CHAIR' && name !== null && !name.includes('@'))
      return [{ line: attendee.line, id: null, name, role }];
    problems.counted(attendee.line, 'guests');
    return [];
  });
}
