import { array, assert, constantFrom, integer, option, property, record, subarray } from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { occurrencesOf, recurrenceLimits } from './recurrence.ts';

const never = () => false;
const times = (rule: object, start: string, until: (time: string) => boolean = never) =>
  occurrencesOf(rule, start, until)?.times.map((time) => time.replace('2026-', ''));

describe('occurrences', () => {
  it.each<[string, object, string[]]>([
    ['three days', { freq: 'DAILY', count: 3 }, ['03-02T09:30', '03-03T09:30', '03-04T09:30']],
    [
      'every second week, on two days',
      { freq: 'WEEKLY', interval: 2, byday: ['MO', 'WE'], count: 4 },
      ['03-02T09:30', '03-04T09:30', '03-16T09:30', '03-18T09:30'],
    ],
    [
      'the first Tuesday of a month',
      { freq: 'MONTHLY', byday: '1TU', count: 2 },
      ['03-03T09:30', '04-07T09:30'],
    ],
    [
      'the last day of a month',
      { freq: 'MONTHLY', bymonthday: -1, count: 2 },
      ['03-31T09:30', '04-30T09:30'],
    ],
  ])('of %s', (_, rule, expected) => {
    expect(times(rule, '2026-03-02T09:30')).toEqual(expected);
  });

  it('of a month pass over months that are too short', () => {
    expect(times({ freq: 'MONTHLY', count: 3 }, '2026-01-31')).toEqual(['01-31', '03-31', '05-31']);
  });

  it('of days are days', () => {
    expect(times({ freq: 'DAILY', count: 2 }, '2026-03-02')).toEqual(['03-02', '03-03']);
  });

  it('end where they are told to, and are then complete', () => {
    const found = occurrencesOf({ freq: 'DAILY' }, '2026-03-02T09:30', (time) => time > '2026-03-04T09:30');
    expect(found).toEqual({
      times: ['2026-03-02T09:30', '2026-03-03T09:30', '2026-03-04T09:30'],
      complete: true,
    });
  });

  it('without end are as many as a programme may have, and known not to be all', () => {
    const daily = occurrencesOf({ freq: 'DAILY' }, '2026-03-02T09:30', never)!;
    expect([daily.times.length, daily.complete]).toEqual([recurrenceLimits.occurrences, false]);
    const monthly = occurrencesOf({ freq: 'MONTHLY' }, '2026-03-02T09:30', never)!;
    expect([monthly.times.at(-1), monthly.complete]).toEqual(['2027-03-02T09:30', false]);
  });

  it.each([
    ['seconds', { freq: 'SECONDLY' }],
    ['hours', { freq: 'HOURLY', bymonth: 2, bymonthday: 30 }],
    ['places in a set', { freq: 'MONTHLY', byday: 'MO', bysetpos: 2 }],
    ['hours of a day', { freq: 'DAILY', byhour: [9, 10] }],
    ['no step', { freq: 'DAILY', interval: 0 }],
    ['a numbered weekday of a week', { freq: 'WEEKLY', byday: ['2MO'] }],
    ['nothing', undefined],
  ])('are not counted by %s', (_, rule) => {
    expect(occurrencesOf(rule, '2026-03-02T09:30', never)).toBeNull();
  });

  it('of a day that no year has are none, and the search for them ends', () => {
    expect(times({ freq: 'YEARLY', bymonth: 2, bymonthday: 30 }, '2026-03-02T09:30')).toEqual([]);
    expect(times({ freq: 'DAILY', bymonth: 2, bymonthday: 30 }, '2026-03-02T09:30')).toEqual([]);
  });

  it.each<[string, string]>([
    ['FREQ=DAILY;COUNT=10', '2026-03-02'],
    ['FREQ=DAILY;INTERVAL=3;BYMONTH=3,4;COUNT=12', '2026-03-02'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=30', '2026-03-02'],
    ['FREQ=WEEKLY;COUNT=12', '2026-03-05'],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU;COUNT=12', '1997-08-05'],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,SU;COUNT=12', '1997-08-05'],
    ['FREQ=MONTHLY;BYDAY=1SU,-1SU;COUNT=10', '1997-09-07'],
    ['FREQ=MONTHLY;BYDAY=5MO;COUNT=3', '2026-03-30'],
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10,-1;COUNT=8', '2026-03-10'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2', '2026-02-13'],
    ['FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=8', '1997-09-13'],
    ['FREQ=YEARLY;BYMONTH=6,7;COUNT=2', '2026-06-10'],
    ['FREQ=YEARLY;BYDAY=20MO;COUNT=1', '1997-05-19'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4', '1997-03-06'],
    ['FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;COUNT=1', '2026-10-25'],
  ])('of %s from %s are those of ical.js', (text, start) => {
    const rule = ICAL.Recur.fromString(text);
    const iterator = rule.iterator(ICAL.Time.fromDateString(start));
    const expected: string[] = [];
    for (let time = iterator.next(); time; time = iterator.next()) expected.push(time.toString());
    expect(occurrencesOf(rule.toJSON(), start, never)).toEqual({ times: expected, complete: true });
  });
});

it('whatever a rule says, the answer comes and is in order', () => {
  const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU', '1MO', '-1FR', '5SU', '-5TU', '53MO', '6WE'];
  const some = <T>(values: T[]) =>
    option(subarray(values, { minLength: 1, maxLength: 4 }), { nil: undefined });
  const rules = record({
    freq: constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: option(constantFrom(1, 2, 3, 12, 97, 1_000, 1e9, 0.5), { nil: undefined }),
    count: option(integer({ min: 1, max: 500 }), { nil: undefined }),
    byday: some(weekdays),
    bymonth: some([1, 2, 6, 12]),
    bymonthday: option(array(integer({ min: -31, max: 31 }), { minLength: 1, maxLength: 4 }), {
      nil: undefined,
    }),
    wkst: option(constantFrom(1, 2), { nil: undefined }),
  });
  assert(
    property(rules, constantFrom('2026-03-02T09:30', '2024-02-29T23:59', '2026-12-31'), (rule, start) => {
      const given = Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
      const found = occurrencesOf(given, start, never)?.times ?? [];
      expect(found.length).toBeLessThanOrEqual(recurrenceLimits.occurrences);
      expect(found.toSorted()).toEqual(found);
    }),
    { numRuns: 300 },
  );
});
