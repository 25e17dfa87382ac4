/** What both readers of schedules share: who an item is, and when. */
import { addDays } from '#platform/clock/local.ts';
import type { Moment, When } from '../schedule/model.ts';
import { quoted, type Problems } from '../schedule/problems.ts';
import { later, localTime, momentIn, readDuration, readMoment, readTime } from '../schedule/times.ts';
import { line } from '../schedule/fields.ts';

/** A value with the line it stands on; null where the file has none. */
type Given = { text: string; line: number } | null;

/** What a file says of an item's time. */
export interface Found {
  line: number;
  /** The day under which the item stands, and the hour at which such a day ends (Pentabarf); null: unknown. */
  day: string | null;
  dayChange: string | null;
  timeZone: string | null;
  date: Given;
  start: Given;
  end: Given;
  duration: Given;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An item's identifier: its UUID, else the number that only its own file knows. */
export function itemIdentity(guid: string | null, id: string | null): { id: string | null; unique: boolean } {
  const global = line(guid);
  if (global !== null)
    return { id: UUID.test(global) ? global.toLowerCase() : global, unique: UUID.test(global) };
  return { id: line(id), unique: false };
}

/**
 * When an item is: its date with offset where there is one, else its hour on the day it stands under, the next
 * one where the hour comes before that at which days change. What cannot be read is an error.
 */
export function whenOf(found: Found, problems: Problems): When | null {
  const start = startOf(found, problems);
  if (start === undefined) return null;
  if (start === null) {
    problems.counted(found.line, 'no-hours');
    return found.day === null ? null : { firstDay: found.day, lastDay: found.day };
  }
  return { start, end: endOf(found, start, problems) };
}

/** Null where the file says nothing, undefined where what it says cannot be read. */
function startOf(found: Found, problems: Problems): Moment | null | undefined {
  const { date, start, day, dayChange, timeZone } = found;
  const whole = date ?? (start && /^\d{4}-/.test(start.text) ? start : null);
  if (whole) {
    const moment = readMoment(whole.text, timeZone);
    if (!moment) problems.error(whole.line, 'date', { value: quoted(whole.text) });
    else sayWhereHoursDiffer(moment, found, problems);
    return moment ?? undefined;
  }
  if (!start) return null;
  const time = readTime(start.text);
  if (time === null) {
    problems.error(start.line, 'date', { value: quoted(start.text) });
    return undefined;
  }
  if (day === null) return null;
  const sameDay = dayChange === null || time >= dayChange;
  return momentIn(`${sameDay ? day : addDays(day, 1)}T${time}`, timeZone);
}

/** The hour beside the date is for people; where the two disagree, the date counts, and it is said. */
function sayWhereHoursDiffer(moment: Moment, { start, timeZone }: Found, problems: Problems): void {
  const printed = start && readTime(start.text);
  if (!printed) return;
  const hour = (timeZone === null ? moment.local : localTime(moment, timeZone)).slice(11);
  if (printed !== hour) problems.counted(start.line, 'hour-differs', { printed, hour });
}

function endOf({ end, duration, timeZone }: Found, start: Moment, problems: Problems): Moment | null {
  if (end && /^\d{4}-/.test(end.text)) {
    const moment = readMoment(end.text, timeZone);
    if (!moment) problems.error(end.line, 'date', { value: quoted(end.text) });
    else if (before(moment, start)) problems.error(end.line, 'end-before-start');
    else return moment;
    return null;
  }
  if (!duration) return null;
  const minutes = readDuration(duration.text);
  if (minutes !== null) return later(start, minutes, timeZone);
  problems.error(duration.line, 'duration', { value: quoted(duration.text) });
  return null;
}

function before(one: Moment, other: Moment): boolean {
  return one.instant !== null && other.instant !== null
    ? one.instant < other.instant
    : one.local < other.local;
}
