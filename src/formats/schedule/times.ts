/** Dates, hours and durations as schedules write them. */
import { addDays, DAY, isoLocal, localReading } from '#platform/clock/local.ts';
import { instantOf, offsetAt } from '#platform/clock/zone.ts';
import type { Moment } from './model.ts';

const MINUTE = 60_000;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?(?:(Z|z)|([+-])(\d{1,2}):?(\d{2}))?$/;

/** An existing day, `YYYY-MM-DD`, also where hours follow; null for anything else. */
export function readDay(text: string): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/.exec(text.trim())?.[1];
  return day !== undefined && exists(`${day}T00:00`) ? day : null;
}

/**
 * A date with hours (RFC 3339, or without its offset, then read in the zone where one is known); null for
 * anything else. Seconds are dropped.
 */
export function readMoment(text: string, timeZone: string | null): Moment | null {
  const found = DATE_TIME.exec(text.trim());
  if (!found) return null;
  const [, day, hours, utc, sign, offsetHours = '0', offsetMinutes = '0'] = found;
  const local = `${day}T${hours}`;
  if (!exists(local)) return null;
  if (!utc && !sign) return momentIn(local, timeZone);
  const minutes = Number(offsetHours) * 60 + Number(offsetMinutes);
  if (minutes > 18 * 60) return null;
  return { local, instant: localReading(local) - (sign === '-' ? -minutes : minutes) * MINUTE };
}

/** A local time as a moment; its instant is known where the zone is. */
export function momentIn(local: string, timeZone: string | null): Moment {
  return { local, instant: timeZone === null ? null : instantOf(local, timeZone) };
}

/** A time of day, `HH:mm`, of `H:mm` or `HH:mm:ss`; null for anything else. */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text.trim());
  if (!found) return null;
  const time = `${found[1]!.padStart(2, '0')}:${found[2]}`;
  return time < '24:00' && found[2]! < '60' ? time : null;
}

/** Minutes of `HH:mm`, `HH:mm:ss` or a number of minutes; null for anything else, or what lasts a hundred days. */
export function readDuration(text: string): number | null {
  const found = /^(?:(\d{1,4}):(\d{2})(?::\d{1,2})?|(\d{1,6}))$/.exec(text.trim());
  if (!found) return null;
  const minutes = found[3] === undefined ? Number(found[1]) * 60 + Number(found[2]) : Number(found[3]);
  return minutes <= 144_000 ? minutes : null;
}

/** The moment so many minutes later, on the clock of the zone where that is known. */
export function later(moment: Moment, minutes: number, timeZone: string | null): Moment {
  if (moment.instant === null || timeZone === null) {
    const local = isoLocal(localReading(moment.local) + minutes * MINUTE).slice(0, 16);
    return { local, instant: moment.instant === null ? null : moment.instant + minutes * MINUTE };
  }
  const instant = moment.instant + minutes * MINUTE;
  const offset = localReading(moment.local) - moment.instant;
  return { local: isoLocal(instant + offset).slice(0, 16), instant };
}

/** What the clocks of a zone show at a moment, `YYYY-MM-DDTHH:mm`; a moment without an instant stays as written. */
export function localTime({ local, instant }: Moment, timeZone: string): string {
  return instant === null ? local : isoLocal(instant + offsetAt(timeZone, instant)).slice(0, 16);
}

/** A name under which the platform knows the zone, or null. */
export function knownZone(name: string): string | null {
  const zone = name.trim();
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,59}$/.test(zone)) return null;
  try {
    offsetAt(zone, 0);
    return zone;
  } catch {
    return null;
  }
}

/** The days from one to another, both included, at most so many. */
export function daysBetween(first: string, last: string, most: number): string[] {
  const count = Math.min(most, Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}

function exists(local: string): boolean {
  try {
    return localReading(local) >= Date.UTC(1000, 0, 1);
  } catch {
    return false;
  }
}
