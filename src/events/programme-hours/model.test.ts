import { describe, expect, it } from 'vitest';
import { endAfter, endsBeforeStart, endsNextDay, lengthOf, shiftAfter, shifted, spanOf } from './model.ts';

const hours = (starts_at: string | null, ends_at: string | null = null, day = '2026-03-10') => ({
  day,
  starts_at,
  ends_at,
});
const named = (id: string, ...rest: Parameters<typeof hours>) => ({ id, ...hours(...rest) });

describe('an item’s hours', () => {
  it.each([
    ['09:00', 90, '10:30'],
    ['23:30', 45, '00:15'],
    ['00:00', 1_439, '23:59'],
  ])('from %s for %i minutes end at %s', (startsAt, length, endsAt) => {
    expect(endAfter(startsAt, length)).toBe(endsAt);
    expect(lengthOf(hours(startsAt, endsAt))).toBe(length);
  });

  it.each([
    ['09:00', '10:00', false, false],
    ['23:00', '01:00', true, false],
    ['14:00', '02:00', true, false],
    ['14:00', '01:59', true, false],
    ['10:00', '09:00', false, true],
    ['14:00', '13:59', false, true],
    ['10:00', '10:00', false, true],
    ['10:00', null, false, false],
    [null, null, false, false],
  ])('from %s to %s: over midnight %s, backwards %s', (starts_at, ends_at, night, backwards) => {
    const item = hours(starts_at, ends_at);
    expect([endsNextDay(item), endsBeforeStart(item)]).toEqual([night, backwards]);
  });

  it('reach over midnight, and are a moment where the end is unknown or wrong', () => {
    expect(spanOf(hours('23:00', '00:30'))).toEqual({ start: 1_380, end: 1_470 });
    expect(spanOf(hours('10:00'))).toEqual({ start: 600, end: 600 });
    expect(spanOf(hours('10:00', '09:00'))).toEqual({ start: 600, end: 600 });
    expect(spanOf(hours(null))).toBeNull();
  });
});

describe('what follows', () => {
  const others = [
    named('before', '08:00', '09:00'),
    named('parallel', '09:00', '10:00'),
    named('next', '10:00', '11:00'),
    named('last', '11:30', '12:00'),
    named('no hour', null),
    named('tomorrow', '11:00', '12:00', '2026-03-11'),
  ];
  const shift = (before: ReturnType<typeof hours> | null, after: ReturnType<typeof hours>) => {
    const { minutes, items, leavesDay } = shiftAfter(others, before, after);
    return [minutes, items.map(({ id }) => id).join(), leavesDay];
  };

  it('moves with the end of a longer item, and back with that of a shorter one', () => {
    expect(shift(hours('09:00', '10:00'), hours('09:00', '10:15'))).toEqual([15, 'next,last', false]);
    expect(shift(hours('09:00', '10:00'), hours('09:00', '09:45'))).toEqual([-15, 'next,last', false]);
    expect(shift(hours('09:00', '10:00'), hours('08:30', '09:30'))).toEqual([-30, 'next,last', false]);
  });

  it('stays where the end stays', () => {
    expect(shift(hours('09:00', '10:00'), hours('09:30', '10:00'))).toEqual([0, '', false]);
  });

  it('is pushed by a new item only as far as it would overlap', () => {
    expect(shift(null, hours('10:00', '10:20'))).toEqual([20, 'next,last', false]);
    expect(shift(null, hours('09:30', '10:10'))).toEqual([10, 'next,last', false]);
    expect(shift(null, hours('12:00', '13:00'))).toEqual([0, '', false]);
    expect(shift(null, hours('11:00', '11:15'))).toEqual([0, '', false]);
    expect(shift(hours('08:00', '09:00', '2026-03-11'), hours('11:00', '11:45'))).toEqual([
      15,
      'last',
      false,
    ]);
  });

  it('is nothing without an hour or a day', () => {
    expect(shift(hours('09:00', '10:00'), hours(null))).toEqual([0, '', false]);
    expect(shiftAfter(others, null, { day: null, starts_at: '09:00', ends_at: '12:00' }).items).toEqual([]);
  });

  it('never leaves its day', () => {
    expect(shift(hours('09:00', '10:00'), hours('09:00', '22:30'))).toEqual([750, 'next,last', true]);
    expect(shifted(hours('23:00', '23:50'), 20)).toEqual({ starts_at: '23:20', ends_at: '00:10' });
  });
});
