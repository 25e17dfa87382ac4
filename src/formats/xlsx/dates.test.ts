import { describe, expect, it } from 'vitest';
import { isDateFormat, isoOf } from './dates.ts';

describe('isDateFormat', () => {
  it.each(['yyyy-mm-dd', '[$-ar-MA,1]d mmmm yyyy', 'hh:mm', '[h]:mm:ss', 'd/m/yy;@', '[Red]d mmm', 'm"/"d'])(
    'takes %s for a date or a time',
    (code) => expect(isDateFormat(164, code)).toBe(true),
  );

  it.each([
    'General',
    '0.00',
    '#,##0 "days"',
    '@',
    '0.00E+00',
    '#,##0\\ \\d',
    '[$د.م.-1801] #,##0',
    '0;yyyy',
    '_d0',
  ])('takes %s for a number', (code) => expect(isDateFormat(164, code)).toBe(false));

  it('knows the formats without a code', () => {
    expect([0, 9, 14, 22, 45, 49].map((id) => isDateFormat(id, undefined))).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('isoOf', () => {
  it.each([
    [43200, false, '2018-04-10'],
    [43200.395833333336, false, '2018-04-10T09:30'],
    [43200.99999999, false, '2018-04-11'],
    [43200.0000463, false, '2018-04-10T00:00:04'],
    [0.75, false, '18:00'],
    [0, false, '00:00'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [2_958_465, false, '9999-12-31'],
    [0, true, '1904-01-01'],
    [41738, true, '2018-04-10'],
    [-1, false, null],
    [2_958_466, false, null],
    [Number.NaN, false, null],
  ])('day %d (from 1904: %s) is %s', (days, from1904, iso) => expect(isoOf(days, from1904)).toBe(iso));
});
