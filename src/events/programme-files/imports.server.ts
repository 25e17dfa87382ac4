import { createHash } from 'node:crypto';
import { readScheduleJson } from '#formats/frab/read-json.ts';
import { readScheduleXml } from '#formats/frab/read-xml.ts';
import { readCalendar } from '#formats/ics/read-calendar.ts';
import { formatOf } from '#formats/schedule/format.ts';
import type { ReadItem, ReadSchedule, ScheduleProblem, ScheduleReading } from '#formats/schedule/model.ts';
import { unreadable } from '#formats/schedule/problems.ts';
import { localTime } from '#formats/schedule/times.ts';
import { decodeText } from '#formats/text/decode.ts';
import { slugify } from '#platform/text/slug.ts';
import { programmeFileLimits, type ListedItem, type ProgrammeFile, type ProgrammeProblem } from './model.ts';

/** What bytes hold: the meeting, and its items once the zone they are to be read in is known. */
export interface ReadProgramme {
  /** SHA-256 of the bytes, in hexadecimal: what a confirmation names. */
  digest: string;
  /** Null where the file is no programme; the problems say why. */
  file: ProgrammeFile | null;
  problems: ProgrammeProblem[];
  itemsIn(timeZone: string): { items: ListedItem[]; problems: ProgrammeProblem[] };
}

/**
 * Reads a programme from a file's bytes: frab's schedule XML or JSON, or a calendar, whatever the file is called.
 * Whatever the bytes are, the answer is a reading with its problems; nothing throws.
 */
export function readProgrammeFile(bytes: Uint8Array): ReadProgramme {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const { schedule, problems } = readingOf(bytes);
  const told = problems.map(problemOf);
  if (schedule && schedule.items.length === 0 && !told.some(({ severity }) => severity === 'error'))
    told.push(problemOf({ line: schedule.line, reason: 'no-items', values: {}, severity: 'error' }));
  return {
    digest,
    file: schedule && fileOf(schedule),
    problems: told,
    itemsIn: (timeZone) => (schedule ? listed(schedule, timeZone) : { items: [], problems: [] }),
  };
}

function readingOf(bytes: Uint8Array): ScheduleReading {
  const { bytes: limit } = programmeFileLimits;
  if (bytes.length > limit) return unreadable(null, 'too-large', { limit: limit / 1_000_000 });
  const decoded = decodeText(bytes);
  if ('fault' in decoded) return unreadable(decoded.line, decoded.fault, { encoding: decoded.encoding });
  const { text } = decoded;
  if (text.trim() === '') return unreadable(null, 'empty');
  switch (formatOf(text)) {
    case 'frab-xml':
      return readScheduleXml(text);
    case 'frab-json':
      return readScheduleJson(text);
    case 'ics':
      return readCalendar(text);
    case null:
      return unreadable(1, 'unknown-format');
  }
}

function problemOf({ reason, ...problem }: ScheduleProblem): ProgrammeProblem {
  return { ...problem, reason: `events_import_${reason.replaceAll('-', '_')}` };
}

function fileOf({ format, line, title, acronym, description, ...rest }: ReadSchedule): ProgrammeFile {
  const { start, end, timeZone, venue, city } = rest;
  return { format, line, title, acronym, description, start, end, timeZone, venue, city };
}

function listed(
  schedule: ReadSchedule,
  timeZone: string,
): { items: ListedItem[]; problems: ProgrammeProblem[] } {
  const name = slugify(schedule.acronym ?? schedule.title ?? schedule.format, { max: 60 });
  const seen = new Map<string, number>();
  const overnight: number[] = [];
  const items = schedule.items.map((item): ListedItem => {
    const key = keyOf(item, name);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const { endsOnAnotherDay, ...hours } = hoursOf(item, timeZone);
    if (endsOnAnotherDay) overnight.push(item.line);
    const { line, title, room, type, track, language, persons, repeated } = item;
    return {
      line,
      key: times === 1 ? key : `${key}#${times}`,
      title,
      abstract: [item.subtitle, item.abstract].filter(Boolean).join('\n\n') || null,
      ...hours,
      room,
      type,
      track,
      language,
      persons,
      repeated,
    };
  });
  const problems: ProgrammeProblem[] = overnight.slice(0, 1).map((line) => ({
    line,
    reason: 'events_import_ends_on_another_day',
    values: { count: overnight.length },
    severity: 'warning',
  }));
  return { items, problems };
}

/**
 * An identifier that is unique everywhere stands for itself, a number only with its meeting's name; without either
 * it is made of what the item is.
 */
function keyOf({ id, unique, title, when, room }: ReadItem, name: string): string {
  const key = id === null ? null : unique ? id : `${name}/${id}`;
  if (key !== null && key.length <= 200) return key;
  return `sha256:${createHash('sha256')
    .update(JSON.stringify(key ?? [title, when, room]))
    .digest('hex')}`;
}

/**
 * Day and hours on the clocks of a zone. A programme's item lies within one day: an end on another is left out, as
 * is one that is not after the start; days that are several leave the day open.
 */
function hoursOf(
  { when }: ReadItem,
  timeZone: string,
): Pick<ListedItem, 'day' | 'startsAt' | 'endsAt'> & { endsOnAnotherDay: boolean } {
  const none = { day: null, startsAt: null, endsAt: null, endsOnAnotherDay: false };
  if (!when) return none;
  if ('firstDay' in when) return { ...none, day: when.firstDay === when.lastDay ? when.firstDay : null };
  const [day = '', startsAt = ''] = localTime(when.start, timeZone).split('T');
  const [endDay = day, endsAt = startsAt] = when.end ? localTime(when.end, timeZone).split('T') : [];
  const endsOnAnotherDay = endDay !== day;
  return {
    day,
    startsAt,
    endsAt: !endsOnAnotherDay && startsAt < endsAt ? endsAt : null,
    endsOnAnotherDay,
  };
}
