/**
 * Time zones from the platform's own data (Intl), which follows the IANA database: nothing here knows any
 * rule. Instants and readings are milliseconds, offsets are milliseconds east of UTC.
 */
import { DAY, isoLocal, localReading } from './local.ts';

/** The zone of the network's capital, by whose calendar and clock a node goes. */
export const CAPITAL_ZONE = 'Africa/Casablanca';

/** A change of offset, or to or from summer time: the first instant of what comes after, and both offsets. */
export interface Transition {
  at: number;
  before: number;
  after: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Instants by zone and local time, which never change while a process runs; emptied before they are many. */
const instants = new Map<string, number>();
const MOST_INSTANTS = 10_000;

/** One formatter for each zone and purpose: making one costs a hundred times what using it does. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${options.timeZone} ${options.timeZoneName}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

function clock(timeZone: string): Intl.DateTimeFormat {
  return formatter('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}

/** What a node knows of a zone: each offset with the instant from which it is in force, in their order. */
export interface ZoneOffsets {
  timeZone: string;
  offsets: readonly (readonly [from: number, offset: number])[];
}

let told: ZoneOffsets | undefined;

/**
 * Makes the offsets that a node knows hold here. Browsers learn a new rule of a zone years after it is in force; a page
 * says the same hour before its script and after.
 */
export function tellOffsets(offsets: ZoneOffsets | undefined): void {
  told = offsets;
}

/** The offsets of a zone between two instants, as the platform's data say. */
export function offsetsBetween(timeZone: string, from: number, to: number): ZoneOffsets {
  const changes = transitionsBetween(timeZone, from, to).map(({ at, after }) => [at, after] as const);
  return { timeZone, offsets: [[from, offsetAt(timeZone, from)], ...changes] };
}

/** The offset in force at an instant. @throws {RangeError} when the platform does not know the zone. */
export function offsetAt(timeZone: string, instant: number): number {
  const known = told?.timeZone === timeZone && told.offsets.findLast(([from]) => from <= instant);
  if (known) return known[1];
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of clock(timeZone).formatToParts(instant)) {
    if (type in part) part[type as keyof typeof part] = Number(value);
  }
  const reading = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  return reading - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant of a local time. A time that comes twice is its first coming, one that is skipped is read with
 * the offset before the gap (RFC 5545, section 3.3.5).
 */
export function instantOf(local: string, timeZone: string): number {
  const key = `${timeZone} ${local}`;
  let known = instants.get(key);
  if (known === undefined) {
    known = findInstant(local, timeZone);
    if (instants.size >= MOST_INSTANTS) instants.clear();
    instants.set(key, known);
  }
  return known;
}

function findInstant(local: string, timeZone: string): number {
  const reading = localReading(local);
  const before = offsetAt(timeZone, reading - DAY);
  const after = offsetAt(timeZone, reading + DAY);
  if (offsetAt(timeZone, reading - before) === before) return reading - before;
  return offsetAt(timeZone, reading - after) === after ? reading - after : reading - before;
}

/** The changes after `from` and up to `to`, in order; one that keeps the offset is there too (2018-10-28 in Morocco). */
export function transitionsBetween(timeZone: string, from: number, to: number): Transition[] {
  const found: Transition[] = [];
  let before = stateAt(timeZone, from);
  for (let low = from; low < to; low += DAY) {
    const high = Math.min(low + DAY, to);
    const after = stateAt(timeZone, high);
    if (after === before) continue;
    const at = changeWithin(timeZone, low, high, before);
    found.push({ at, before: offsetAt(timeZone, at - 1000), after: offsetAt(timeZone, at) });
    before = after;
  }
  return found;
}

/** The second at which the state stops being `before`; exactly one change lies in (low, high]. */
function changeWithin(timeZone: string, low: number, high: number, before: string): number {
  let [held, changed] = [Math.floor(low / 1000), Math.floor(high / 1000)];
  while (changed - held > 1) {
    const middle = Math.floor((held + changed) / 2);
    if (stateAt(timeZone, middle * 1000) === before) held = middle;
    else changed = middle;
  }
  return changed * 1000;
}

function stateAt(timeZone: string, instant: number): string {
  return `${offsetAt(timeZone, instant)} ${isSummerTime(timeZone, instant)}`;
}

/** Whether the platform's data call the time then in force summer time (or daylight saving time). */
export function isSummerTime(timeZone: string, instant: number): boolean {
  return /\b(Summer|Daylight)\b/.test(nameOf(timeZone, 'long', instant));
}

/** `WEST` where the platform has such a name for the time then in force, else `+01` as in the IANA database. */
export function zoneAbbreviation(timeZone: string, instant: number): string {
  const short = nameOf(timeZone, 'short', instant);
  const named = /^[A-Z]{3,5}$/.test(short) && !/^GMT[+-]/.test(nameOf(timeZone, 'long', instant));
  return named ? short : formatOffset(offsetAt(timeZone, instant), '').replace(/00$/, '');
}

function nameOf(timeZone: string, timeZoneName: 'short' | 'long', instant: number): string {
  const parts = formatter('en-GB', { timeZone, timeZoneName }).formatToParts(instant);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

/** An offset as `+01:00`, or with another separator (`+0100` in RFC 5545); seconds only where there are some. */
export function formatOffset(offset: number, separator = ':'): string {
  const [, hours, minutes, seconds] = /T(..):(..):(..)/.exec(isoLocal(Math.abs(offset))) as RegExpExecArray;
  const parts = seconds === '00' ? [hours, minutes] : [hours, minutes, seconds];
  return (offset < 0 ? '-' : '+') + parts.join(separator);
}

/** A local time with the offset in force then: `2026-02-16T09:30:00+00:00` (RFC 3339). */
export function localWithOffset(local: string, timeZone: string): string {
  const instant = instantOf(local, timeZone);
  const offset = offsetAt(timeZone, instant);
  return isoLocal(instant + offset) + formatOffset(offset);
}
