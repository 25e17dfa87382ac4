import { describe, expect, it } from 'vitest';
import { formatInstant } from '../locale/format.ts';
import {
  formatOffset,
  instantOf,
  isSummerTime,
  localWithOffset,
  offsetAt,
  offsetsBetween,
  tellOffsets,
  transitionsBetween,
  zoneAbbreviation,
} from './zone.ts';

const CASABLANCA = 'Africa/Casablanca';
const HOUR = 3_600_000;
const at = (instant: string) => Date.parse(instant);
const readable = (zone: string, from: string, to: string) =>
  transitionsBetween(zone, at(from), at(to)).map((change) => [
    new Date(change.at).toISOString(),
    formatOffset(change.before),
    formatOffset(change.after),
  ]);

describe('offsets that a node tells', () => {
  it('are those of its own data, and hold before what is known here', () => {
    const [from, to] = [at('2018-01-01T00:00Z'), at('2019-01-01T00:00Z')];
    const { timeZone, offsets } = offsetsBetween(CASABLANCA, from, to);
    expect([timeZone, offsets.length]).toEqual([CASABLANCA, 5]);
    const days = Array.from({ length: 52 }, (_, week) => from + week * 7 * 24 * HOUR);
    const known = days.map((day) => offsetAt(CASABLANCA, day));
    tellOffsets({ timeZone, offsets });
    expect(days.map((day) => offsetAt(CASABLANCA, day))).toEqual(known);
    tellOffsets({ timeZone, offsets: [[from, 3 * HOUR]] });
    expect(offsetAt(CASABLANCA, at('2026-07-01T12:00Z'))).toBe(3 * HOUR);
    expect(formatInstant('2026-07-01T12:00:00Z', CASABLANCA, 'en')).toBe('1 July 2026 at 15:00');
    // Before the first that was told, and elsewhere, it is as known here.
    expect(offsetAt(CASABLANCA, at('2010-01-01T12:00Z'))).toBe(0);
    expect(offsetAt('Europe/Paris', at('2026-07-01T12:00Z'))).toBe(2 * HOUR);
    tellOffsets(undefined);
    expect(days.map((day) => offsetAt(CASABLANCA, day))).toEqual(known);
  });
});

describe('Morocco', () => {
  it('has summer time with a pause for Ramadan until October 2018, and no winter time after', () => {
    expect(readable(CASABLANCA, '2018-01-01T00:00Z', '2019-01-01T00:00Z')).toEqual([
      ['2018-03-25T02:00:00.000Z', '+00:00', '+01:00'],
      ['2018-05-13T02:00:00.000Z', '+01:00', '+00:00'],
      ['2018-06-17T02:00:00.000Z', '+00:00', '+01:00'],
      ['2018-10-28T02:00:00.000Z', '+01:00', '+01:00'],
    ]);
  });

  it('goes back one hour for Ramadan 2026', () => {
    expect(readable(CASABLANCA, '2026-01-01T00:00Z', '2026-06-01T00:00Z')).toEqual([
      ['2026-02-15T02:00:00.000Z', '+01:00', '+00:00'],
      ['2026-03-22T02:00:00.000Z', '+00:00', '+01:00'],
    ]);
  });

  it('calls WEST summer time and +01 by its number', () => {
    const names = ['2018-04-10T12:00Z', '2018-06-01T12:00Z', '2019-01-10T12:00Z', '2026-03-01T12:00Z'].map(
      (instant) => [zoneAbbreviation(CASABLANCA, at(instant)), isSummerTime(CASABLANCA, at(instant))],
    );
    expect(names).toEqual([
      ['WEST', true],
      ['WET', false],
      ['+01', false],
      ['+00', false],
    ]);
  });
});

describe('instantOf', () => {
  it('takes the first of two and the offset before a gap', () => {
    expect(new Date(instantOf('2026-02-15T02:30', CASABLANCA)).toISOString()).toBe(
      '2026-02-15T01:30:00.000Z',
    );
    expect(new Date(instantOf('2026-03-22T02:30', CASABLANCA)).toISOString()).toBe(
      '2026-03-22T02:30:00.000Z',
    );
    expect(localWithOffset('2026-03-22T02:30', CASABLANCA)).toBe('2026-03-22T03:30:00+01:00');
  });

  it.each(['2026-02-30T10:00', '2026-02-03', '2026-02-03T25:00', '2026-02-03T10:00Z', 'today'])(
    'refuses %s',
    (local) => {
      expect(() => instantOf(local, CASABLANCA)).toThrow(RangeError);
    },
  );

  it('refuses a zone the platform does not know', () => {
    expect(() => instantOf('2026-02-03T10:00', 'Africa/Nowhere')).toThrow(RangeError);
  });
});

it('comes back to the same local time in any zone and season', () => {
  for (const zone of [
    CASABLANCA,
    'Europe/Paris',
    'Africa/Dakar',
    'America/St_Johns',
    'Asia/Kathmandu',
    'UTC',
  ]) {
    for (const local of ['2017-06-30T12:00', '2018-04-10T09:00', '2026-02-28T23:59', '2024-02-29T00:00']) {
      const instant = instantOf(local, zone);
      expect(new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 16)).toBe(local);
    }
  }
});

it('writes offsets east, west, of half hours and of seconds', () => {
  expect([0, HOUR, -3.5 * HOUR, 5.75 * HOUR, -1000].map((offset) => formatOffset(offset))).toEqual([
    '+00:00',
    '+01:00',
    '-03:30',
    '+05:45',
    '-00:00:01',
  ]);
});
