import { describe, expect, it } from 'vitest';
import { knownZone, later, localTime, readDay, readDuration, readMoment, readTime } from './times.ts';

const casablanca = 'Africa/Casablanca';
const at = (instant: string) => Date.parse(instant);

describe('a moment', () => {
  it.each([
    ['2018-04-10T09:00:00+01:00', '2018-04-10T09:00', '2018-04-10T08:00Z'],
    ['2018-04-10T09:00:00.000Z', '2018-04-10T09:00', '2018-04-10T09:00Z'],
    ['2018-04-10 09:00-0330', '2018-04-10T09:00', '2018-04-10T12:30Z'],
    // Without an offset it is read in the schedule's zone, summer time then.
    ['2018-04-10T09:00', '2018-04-10T09:00', '2018-04-10T08:00Z'],
  ])('of %s', (text, local, instant) => {
    expect(readMoment(text, casablanca)).toEqual({ local, instant: at(instant) });
  });

  it('without offset and zone has no instant', () => {
    expect(readMoment('2018-04-10T09:00', null)).toEqual({ local: '2018-04-10T09:00', instant: null });
  });

  it.each([
    '',
    '2018-02-30T09:00Z',
    '2018-04-10T25:00Z',
    '2018-04-10',
    'soon',
    '2018-04-10T09:00+99:00',
    '0000-01-01T00:00Z',
  ])('is none of %j', (text) => {
    expect(readMoment(text, casablanca)).toBeNull();
  });

  it('later by minutes passes over a change of the clock as time does', () => {
    const eve = readMoment('2026-02-14T23:00:00+01:00', casablanca)!;
    expect(localTime(later(eve, 360, casablanca), casablanca)).toBe('2026-02-15T04:00');
    expect(later(readMoment('2026-02-14T23:00', null)!, 120, null).local).toBe('2026-02-15T01:00');
  });
});

it('reads days, hours, durations and zones, and nothing else', () => {
  expect(['2018-04-10', '2018-04-10T09:00Z', '2018-4-10', '2018-02-30', ''].map(readDay)).toEqual([
    '2018-04-10',
    '2018-04-10',
    null,
    null,
    null,
  ]);
  expect(['9:05', '09:05:00', '24:00', '09:60', '9h'].map(readTime)).toEqual([
    '09:05',
    '09:05',
    null,
    null,
    null,
  ]);
  expect(['00:45', '1:30', '00:05:00', '90', '-1', '1 h', '9999:00'].map(readDuration)).toEqual([
    45,
    90,
    5,
    90,
    null,
    null,
    null,
  ]);
  expect([casablanca, 'UTC', 'Africa/Nowhere', '', '+01:00', 'x'.repeat(99)].map(knownZone)).toEqual([
    casablanca,
    'UTC',
    null,
    null,
    null,
    null,
  ]);
});
