/** Reads schedule XML of frab, pretalx and Pentabarf; looser than c3voc's XSD, for real files are. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import {
  scheduleLimits,
  type ReadItem,
  type ReadPerson,
  type ReadSchedule,
  type ScheduleReading,
} from '../schedule/model.ts';
import { Problems, quoted, unreadable } from '../schedule/problems.ts';
import { lineFinder } from '../schedule/lines.ts';
import { knownZone, readDay, readTime } from '../schedule/times.ts';
import { line, link, passage, together } from '../schedule/fields.ts';
import { itemIdentity, type Found, whenOf } from './items.ts';
import { scanXml } from './scan-xml.ts';

/** The schedule in an XML text. Whatever the text is, the answer is a reading; nothing throws, nothing hangs. */
export function readScheduleXml(text: string): ScheduleReading {
  const fault = scanXml(text);
  if (fault) return unreadable(lineFinder(text)(fault.offset), fault.reason, fault.values);
  const parsed = parse(text);
  if ('line' in parsed) return unreadable(parsed.line, 'xml-broken');
  const { root } = parsed;
  if (root.tagName !== 'schedule')
    return unreadable(lineOf(root), 'not-a-schedule', { found: quoted(root.tagName) });
  return scheduleOf(root);
}

class NotXml extends Error {}

function parse(text: string): { root: Element } | { line: number } {
  let line = 1;
  const parser = new DOMParser({
    // The first error ends it: no recovery is tried, and none of the text is trusted.
    onError(level, _message, context: { locator?: { lineNumber?: number } }) {
      if (level === 'warning') return;
      line = context.locator?.lineNumber ?? 1;
      throw new NotXml();
    },
  });
  try {
    const root = parser.parseFromString(text, 'text/xml').documentElement;
    return root ? { root } : { line: 1 };
  } catch {
    // The parser throws errors of its own besides ours; whatever stops it, the text is no XML.
    return { line };
  }
}

function scheduleOf(root: Element): ScheduleReading {
  const problems = new Problems();
  const conference = child(root, 'conference');
  const field = (name: string) => (conference ? textIn(conference, name) : null);
  const named = line(field('time_zone_name'));
  const timeZone = named === null ? null : knownZone(named);
  if (named !== null && timeZone === null)
    problems.warning(lineOf(child(conference!, 'time_zone_name')!), 'zone-unknown', { zone: quoted(named) });
  const schedule: ReadSchedule = {
    format: 'frab-xml',
    line: lineOf(conference ?? root),
    title: line(field('title')),
    acronym: line(field('acronym')),
    description: passage(field('description')),
    start: readDay(field('start') ?? ''),
    end: readDay(field('end') ?? ''),
    timeZone,
    venue: line(field('venue')),
    city: line(field('city')),
    url: link(field('url'), null)[0]?.url ?? null,
    days: [],
    items: [],
  };
  const dayChange = readTime(field('day_change') ?? '');
  for (const day of children(root, 'day')) {
    const date = readDay(day.getAttribute('date') ?? '');
    if (date !== null) schedule.days.push({ date, line: lineOf(day) });
    for (const room of children(day, 'room'))
      for (const event of children(room, 'event')) {
        if (schedule.items.length >= scheduleLimits.items) {
          problems.error(lineOf(event), 'too-many-items', { limit: scheduleLimits.items });
          return { schedule, problems: problems.all() };
        }
        const around = { day: date, dayChange, timeZone, room: line(room.getAttribute('name')) };
        const item = itemOf(event, around, problems);
        if (item) schedule.items.push(item);
      }
  }
  if (!conference && schedule.items.length === 0)
    return unreadable(lineOf(root), 'not-a-schedule', { found: 'schedule' });
  return { schedule, problems: problems.all() };
}

type Around = Pick<Found, 'day' | 'dayChange' | 'timeZone'> & { room: string | null };

function itemOf(event: Element, around: Around, problems: Problems): ReadItem | null {
  const at = (name: string) => lineOf(child(event, name) ?? event);
  const title = line(textIn(event, 'title'));
  if (title === null) {
    problems.error(lineOf(event), 'no-title');
    return null;
  }
  const found: Found = {
    ...around,
    line: lineOf(event),
    date: given(event, 'date', at),
    start: given(event, 'start', at),
    end: given(event, 'end', at),
    duration: given(event, 'duration', at),
  };
  return {
    line: found.line,
    ...itemIdentity(event.getAttribute('guid'), event.getAttribute('id')),
    title,
    subtitle: line(textIn(event, 'subtitle')),
    abstract: together(passage(textIn(event, 'abstract')), passage(textIn(event, 'description'))),
    when: whenOf(found, problems),
    room: line(textIn(event, 'room')) ?? around.room,
    track: line(textIn(event, 'track')),
    type: line(textIn(event, 'type')),
    language: line(textIn(event, 'language')),
    persons: children(child(event, 'persons'), 'person').flatMap(personOf),
    links: children(child(event, 'links'), 'link').flatMap((one) =>
      link(one.getAttribute('href'), one.textContent),
    ),
    repeated: false,
  };
}

function personOf(person: Element): ReadPerson[] {
  const name = line(person.textContent);
  const id = line(person.getAttribute('guid')) ?? line(person.getAttribute('id'));
  return name === null ? [] : [{ line: lineOf(person), id, name, role: line(person.getAttribute('role')) }];
}

function given(event: Element, name: string, at: (name: string) => number): Found['date'] {
  const text = line(textIn(event, name));
  return text === null ? null : { text, line: at(name) };
}

function* elements(parent: Element): Generator<Element> {
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (node.nodeType === node.ELEMENT_NODE) yield node as Element;
}

function children(parent: Element | null, name: string): Element[] {
  return parent ? [...elements(parent)].filter((element) => element.tagName === name) : [];
}

function child(parent: Element, name: string): Element | null {
  for (const element of elements(parent)) if (element.tagName === name) return element;
  return null;
}

function textIn(parent: Element, name: string): string | null {
  return child(parent, name)?.textContent ?? null;
}

/** The parser counts lines as it reads. */
function lineOf(element: Element): number {
  return element.lineNumber ?? 1;
}
