/** iCalendar files: RFC 5545, with NAME, IMAGE and refresh interval of RFC 7986. */
import { filled, languageTag, oneLine, webAddress } from '../text/text.ts';
import { addDays, localReading, utcInstant } from '#platform/clock/local.ts';
import { instantOf } from '#platform/clock/zone.ts';
import { contentLine, lineText, text } from './content-line.ts';
import type { Calendar, CalendarEvent, DaySpan, TimedSpan } from './model.ts';
import { basicLocal, timezone } from './timezone.ts';

export type { Calendar, CalendarEvent, DaySpan, EventFields, TimedSpan } from './model.ts';

/**
 * The calendar as a file, CRLF throughout. The same input gives the same bytes: DTSTAMP is the last revision,
 * as section 3.8.7.2 has it for a file without METHOD.
 * @throws {RangeError} on a date, time, zone or language that is none, or an end before its start.
 */
export function calendar(input: Calendar): string {
  const language = languageTag(input.language);
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine(
      'PRODID',
      `-//${lineText(input.generator ?? 'Indimaj')}//Calendar//${language.toUpperCase()}`,
    ),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('NAME', lineText(input.name), { LANGUAGE: language }),
    contentLine('X-WR-CALNAME', lineText(input.name)),
    optional('DESCRIPTION', filled(input.description), text, { LANGUAGE: language }),
    optional('URL', webAddress(input.url)),
    contentLine('REFRESH-INTERVAL', 'P1D', { VALUE: 'DURATION' }),
    contentLine('X-PUBLISHED-TTL', 'P1D'),
    ...timezones(input.events),
    ...input.events.map((event) => eventComponent(event, language)),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

function optional(
  name: string,
  value: string | undefined,
  write: (value: string) => string = (value) => value,
  parameters: Record<string, string | undefined> = {},
): string {
  return value === undefined ? '' : contentLine(name, write(value), parameters);
}

/** One VTIMEZONE for each zone named, over the span of the events in it. */
function timezones(events: readonly CalendarEvent[]): string[] {
  const spans = new Map<string, number[]>();
  for (const event of events) {
    if (!('timeZone' in event) || event.timeZone === 'UTC') continue;
    const ends = [instantOf(event.start, event.timeZone), instantOf(event.end, event.timeZone)];
    spans.set(event.timeZone, [...(spans.get(event.timeZone) ?? []), ...ends]);
  }
  return [...spans].map(([timeZone, instants]) =>
    timezone(timeZone, Math.min(...instants), Math.max(...instants)),
  );
}

function eventComponent(event: CalendarEvent, calendarLanguage: string): string {
  const language = { LANGUAGE: languageTag(event.language ?? calendarLanguage) };
  const categories = (event.categories ?? []).filter((category) => filled(category));
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', lineText(event.uid)),
    contentLine('SEQUENCE', String(Math.max(0, Math.trunc(event.sequence)))),
    contentLine('DTSTAMP', basicInstant(event.updatedAt)),
    contentLine('CREATED', basicInstant(event.createdAt)),
    contentLine('LAST-MODIFIED', basicInstant(event.updatedAt)),
    ...('timeZone' in event ? timedSpan(event) : daySpan(event)),
    contentLine('SUMMARY', lineText(event.summary), language),
    optional('DESCRIPTION', filled(event.description), text, language),
    optional('LOCATION', filled(event.location), lineText, language),
    optional('CONTACT', filled(event.organiser), lineText, language),
    categories.length > 0 ? contentLine('CATEGORIES', categories.map(lineText).join(','), language) : '',
    optional('STATUS', event.status?.toUpperCase()),
    optional('URL', webAddress(event.url)),
    optional('IMAGE', webAddress(event.image), undefined, { VALUE: 'URI', DISPLAY: 'BADGE' }),
    optional('RELATED-TO', filled(event.parentUid), lineText, { RELTYPE: 'PARENT' }),
    contentLine('END', 'VEVENT'),
  ].join('');
}

function timedSpan({ start, end, timeZone }: TimedSpan): string[] {
  if (instantOf(end, timeZone) < instantOf(start, timeZone))
    throw new RangeError(`ends before it starts: ${start}`);
  const utc = timeZone === 'UTC';
  const line = (name: string, local: string) =>
    contentLine(name, basicLocal(localReading(local)) + (utc ? 'Z' : ''), {
      TZID: utc ? undefined : oneLine(timeZone),
    });
  return [line('DTSTART', start), line('DTEND', end)];
}

/** DTEND is the day after the last. Days without hours keep nobody's calendar busy. */
function daySpan({ startDate, endDate }: DaySpan): string[] {
  if (endDate < startDate) throw new RangeError(`ends before it starts: ${startDate}`);
  const line = (name: string, date: string) => contentLine(name, date.replaceAll('-', ''), { VALUE: 'DATE' });
  return [
    line('DTSTART', addDays(startDate, 0)),
    line('DTEND', addDays(endDate, 1)),
    contentLine('TRANSP', 'TRANSPARENT'),
  ];
}

function basicInstant(instant: string): string {
  return utcInstant(instant).replace(/[-:]/g, '');
}
