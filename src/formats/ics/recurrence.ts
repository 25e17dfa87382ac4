/** Occurrences of what a calendar says once (RFC 5545, section 3.3.10), within bounds. */
import { addDays, DAY } from '#platform/clock/local.ts';

/** A programme is no longer: what a rule gives after these is left out, and said. */
export const recurrenceLimits = { days: 366, occurrences: 200 } as const;

/** A rule as jCal (RFC 7265) has it, of the parts that are read. */
interface Rule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  count: number;
  /** 0 is Sunday. */
  weekStart: number;
  weekdays: { day: number; ordinal: number }[];
  months: number[];
  monthDays: number[];
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** The parts that are read; a rule with others is not, for its occurrences would be guesses. */
const PARTS = new Set(['freq', 'interval', 'count', 'until', 'wkst', 'byday', 'bymonthday', 'bymonth']);

/**
 * The local times a rule gives, `YYYY-MM-DDTHH:mm`, or its days. Each day within the bounds is held against the
 * rule once, so that no rule, however impossible, takes long: a search for its next occurrence might not end.
 * @param start as the event has it, a time or a day
 * @param isAfter whether an occurrence lies after the rule's end, which may be an instant
 * @returns null where the rule has parts that are not read; `complete` where it gives no more than these
 */
export function occurrencesOf(
  given: unknown,
  start: string,
  isAfter: (occurrence: string) => boolean,
): { times: string[]; complete: boolean } | null {
  const rule = ruleOf(given);
  if (!rule) return null;
  const first = start.slice(0, 10);
  const matches = matcher(rule, first);
  const times: string[] = [];
  for (let passed = 0; passed <= recurrenceLimits.days; passed += 1) {
    const day = addDays(first, passed);
    if (!matches(day)) continue;
    const occurrence = day + start.slice(10);
    if (isAfter(occurrence)) return { times, complete: true };
    if (times.length >= recurrenceLimits.occurrences) return { times, complete: false };
    times.push(occurrence);
    if (times.length === rule.count) return { times, complete: true };
  }
  return { times, complete: isAfter(addDays(first, recurrenceLimits.days + 1) + start.slice(10)) };
}

function ruleOf(given: unknown): Rule | null {
  if (typeof given !== 'object' || given === null) return null;
  const parts = given as Record<string, unknown>;
  if (!Object.keys(parts).every((name) => PARTS.has(name))) return null;
  const freq = String(parts['freq']);
  const interval = Number(parts['interval'] ?? 1);
  if (!/^(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(freq) || !(interval >= 1)) return null;
  const weekdays = listOf(parts['byday']).map((word) => {
    const [, ordinal = '', day = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(String(word)) ?? [];
    return { day: WEEKDAYS.indexOf(day), ordinal: Number(ordinal) };
  });
  const ordinals = freq === 'MONTHLY' || freq === 'YEARLY';
  if (weekdays.some(({ day, ordinal }) => day < 0 || (ordinal !== 0 && !ordinals))) return null;
  const wkst = parts['wkst'] ?? 'MO';
  return {
    freq: freq as Rule['freq'],
    interval,
    count: Number(parts['count'] ?? Number.POSITIVE_INFINITY),
    // ical.js counts days of the week from 1, Sunday.
    weekStart: typeof wkst === 'number' ? wkst - 1 : Math.max(0, WEEKDAYS.indexOf(String(wkst))),
    weekdays,
    months: listOf(parts['bymonth']).map(Number),
    monthDays: listOf(parts['bymonthday']).map(Number),
  };
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).slice(0, 100);
}

/** Whether a day is one of a rule that starts on another. */
function matcher(rule: Rule, first: string): (day: string) => boolean {
  const begin = partsOf(first);
  const { freq, interval, weekdays, months, monthDays, weekStart } = rule;
  const plain = weekdays.length === 0 && monthDays.length === 0;
  const week = (number: number) => Math.floor((number + 4 - weekStart) / 7);
  return (text) => {
    const day = partsOf(text);
    if (months.length > 0 && !months.includes(day.month)) return false;
    if (monthDays.length > 0 && !isMonthDay(monthDays, day)) return false;
    const byMonth = freq === 'MONTHLY' || months.length > 0;
    if (weekdays.length > 0 && !weekdays.some((one) => isWeekday(one, day, byMonth))) return false;
    switch (freq) {
      case 'DAILY':
        return (day.number - begin.number) % interval === 0;
      case 'WEEKLY':
        if (weekdays.length === 0 && day.weekday !== begin.weekday) return false;
        return (week(day.number) - week(begin.number)) % interval === 0;
      case 'MONTHLY': {
        if (plain && day.day !== begin.day) return false;
        return ((day.year - begin.year) * 12 + day.month - begin.month) % interval === 0;
      }
      case 'YEARLY':
        if (plain && (day.day !== begin.day || (months.length === 0 && day.month !== begin.month)))
          return false;
        return (day.year - begin.year) % interval === 0;
    }
  };
}

interface Day {
  /** Days since 1970. */
  number: number;
  year: number;
  month: number;
  day: number;
  weekday: number;
}

function partsOf(text: string): Day {
  const number = Date.parse(text) / DAY;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { number, year, month, day, weekday: new Date(number * DAY).getUTCDay() };
}

function isMonthDay(monthDays: number[], { year, month, day }: Day): boolean {
  return monthDays.includes(day) || monthDays.includes(day - 1 - lengthOf(year, month));
}

/** The second Monday of its month, or of its year; the last one is -1. */
function isWeekday({ day, ordinal }: Rule['weekdays'][number], at: Day, byMonth: boolean): boolean {
  if (at.weekday !== day) return false;
  if (ordinal === 0) return true;
  const yearStart = Date.UTC(at.year, 0, 1) / DAY;
  const [place, length] = byMonth
    ? [at.day - 1, lengthOf(at.year, at.month)]
    : [at.number - yearStart, Date.UTC(at.year + 1, 0, 1) / DAY - yearStart];
  return ordinal === Math.floor(place / 7) + 1 || ordinal === -(Math.floor((length - 1 - place) / 7) + 1);
}

function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
