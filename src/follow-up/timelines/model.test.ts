import { describe, expect, it } from 'vitest';
import { addMonths, daysOf, monthsAsked, MOST_MONTHS } from './model.ts';

it('months are moved across years, and end on their last day', () => {
  expect(addMonths('2026-11', 2)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(daysOf('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(daysOf('9999-12')).toEqual({ from: '9999-12-01', to: '9999-12-31' });
  expect(daysOf('0001-02')).toEqual({ from: '0001-02-01', to: '0001-02-28' });
});

describe('the months of a timeline', () => {
  it('lie around the present one where nothing is asked', () => {
    const months = monthsAsked({}, '2026-11-27');
    expect([months[0], months.at(-1), months.length]).toEqual(['2026-05', '2028-04', 24]);
  });
  it('are those that are asked for, never more than a page bears', () => {
    expect(monthsAsked({ from: '2026-11-27', to: '2027-01-02' }, '2026-11-27')).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
    ]);
    expect(monthsAsked({ from: '1990-01-01', to: '2090-01-01' }, '2026-11-27')).toHaveLength(MOST_MONTHS);
    expect(monthsAsked({ to: '2026-12-31' }, '2026-11-27').at(-1)).toBe('2026-12');
  });
  it.each([
    [{ from: '9999-01-01' }, '9999-01', '9999-12', 12],
    [{ from: '9999-12-31' }, '9999-12', '9999-12', 1],
    [{ to: '0001-06-01' }, '0001-01', '0001-06', 6],
    [{ to: '0000-06-01' }, '0001-01', '0001-01', 1],
    [{ from: '2027-01-01', to: '2026-01-01' }, '2026-05', '2028-04', 24],
  ])('end where days do: %j', (view, first, last, length) => {
    const months = monthsAsked(view, '2026-11-27');
    expect([months[0], months.at(-1), months.length]).toEqual([first, last, length]);
  });
});
