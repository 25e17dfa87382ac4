/** VTIMEZONE (RFC 5545, section 3.6.5) written from the platform's own time-zone data. */
import { DAY, isoLocal } from '#platform/clock/local.ts';
import {
  formatOffset,
  isSummerTime,
  offsetAt,
  transitionsBetween,
  zoneAbbreviation,
} from '#platform/clock/zone.ts';
import { contentLine } from './content-line.ts';

/** A local time as RFC 5545 writes it: `20260216T093000`. */
export function basicLocal(reading: number): string {
  return isoLocal(reading).replace(/[-:]/g, '');
}

/**
 * The zone as it is between two instants: the observance in force at the first, then one for every change up
 * to the last. Nothing is said of later years, so a law that changes them changes no file already handed out.
 * An observance is DAYLIGHT only where the platform's data name it summer time: Morocco's +01 since 2018 and
 * its +00 in Ramadan are both STANDARD, each with its true offset.
 */
export function timezone(timeZone: string, first: number, last: number): string {
  const earlier = transitionsBetween(timeZone, first - 366 * DAY, first).at(-1);
  const offset = offsetAt(timeZone, first);
  const start = earlier ?? { at: -offset, before: offset, after: offset };
  const changes = [start, ...transitionsBetween(timeZone, first, last)];
  return [
    contentLine('BEGIN', 'VTIMEZONE'),
    contentLine('TZID', timeZone),
    ...changes.map(({ at, before, after }) => {
      const within = Math.max(at, first);
      const kind = isSummerTime(timeZone, within) ? 'DAYLIGHT' : 'STANDARD';
      return [
        contentLine('BEGIN', kind),
        contentLine('DTSTART', basicLocal(at + before)),
        contentLine('TZOFFSETFROM', formatOffset(before, '')),
        contentLine('TZOFFSETTO', formatOffset(after, '')),
        contentLine('TZNAME', zoneAbbreviation(timeZone, within)),
        contentLine('END', kind),
      ].join('');
    }),
    contentLine('END', 'VTIMEZONE'),
  ].join('');
}
