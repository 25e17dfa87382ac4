import { describe, expect, it } from 'vitest';
import { formatTypedDecimal } from '#platform/locale/format.ts';
import { locales } from '#platform/locale/locale.ts';
import { falling, readFigure, shareOfWay, unmeasured, type Indicator } from './model.ts';

describe('the share of the way', () => {
  it.each([
    ['0', '200', '50', 0.25],
    ['200', '50', '125', 0.5],
    ['10', '20', '5', -0.5],
    ['1', '4', '4', 1],
    ['0', '10', '12', 1.2],
    ['5', '5', '5', null],
    [null, '5', '5', null],
    ['5', null, '5', null],
  ])('from %s to %s, a value of %s has come %s', (baseline, target, value, share) => {
    expect(shareOfWay({ baseline, target }, value)).toBe(share);
  });
});

describe('what figures leave open', () => {
  const measured = (id: string, baseline: string | null, target: string | null) =>
    ({ id, baseline, target }) as Indicator;
  const indicators = [
    measured('short', '0', '200'),
    measured('reached', '200', '50'),
    measured('without-target', '0', null),
    measured('silent', '0', '10'),
  ];
  const figures = ['short', 'reached', 'without-target'].map((indicator_id) => ({
    indicator_id,
    value: '50',
  }));

  it('are indicators without a figure, and figures short of their target', () => {
    expect(unmeasured(indicators, figures).map(({ id }) => id)).toEqual(['silent']);
    expect(falling(indicators, figures).map(({ indicator, share }) => [indicator.id, share])).toEqual([
      ['short', 0.25],
    ]);
  });
});

describe('a figure as people type it', () => {
  it.each([
    ['6,5', '6.5'],
    ['6.5', '6.5'],
    ['٦٫٥', '6.5'],
    ['٦,٥', '6.5'],
    ['1 234,50', '1234.5'],
    ['−3', '-3'],
    ['007', '7'],
    ['1,234.5', null],
    ['6,5,1', null],
    ['environ 6', null],
    ['', null],
  ])('%s is %s', (typed, held) => {
    expect(readFigure(typed)).toBe(held);
  });

  it.each(locales)('is read again as the form of %s writes it', (locale) => {
    for (const held of ['6.5', '-1234567.25', '0', '999999999999999'])
      expect(readFigure(formatTypedDecimal(held, locale))).toBe(held);
  });
});
