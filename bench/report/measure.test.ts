import { describe, expect, it } from 'vitest';
import { isMet, rounded, sentenceOf, type Measure } from './measure.ts';

const measure: Measure = {
  what: 'cached /fr',
  unit: 'requests/s',
  figure: 900,
  against: 'node:http',
  other: 1000,
};

describe('isMet', () => {
  it('judges the ratio or the figure, bounds included', () => {
    expect(isMet({ ...measure, goal: { of: 'ratio', least: 0.9 } })).toBe(true);
    expect(isMet({ ...measure, goal: { of: 'ratio', least: 0.91 } })).toBe(false);
    expect(isMet({ ...measure, goal: { of: 'figure', most: 899 } })).toBe(false);
    expect(isMet({ ...measure, goal: { of: 'figure', most: 900 } })).toBe(true);
    expect(isMet(measure)).toBeNull();
  });

  it('is not met by a figure that could not be measured', () => {
    expect(isMet({ ...measure, figure: NaN, goal: { of: 'figure', most: 900 } })).toBe(false);
  });
});

describe('sentenceOf', () => {
  it('gives the figure, the other, the ratio and the goal', () => {
    expect(sentenceOf({ ...measure, goal: { of: 'ratio', least: 0.95 } })).toBe(
      'cached /fr: 900 requests/s · node:http: 1,000 · ratio 0.9 · goal ratio ≥ 0.95: NOT MET',
    );
  });
});

describe('rounded', () => {
  it('keeps three significant digits, and whole numbers whole', () => {
    expect([0.12345, 1.2345, 12.345, 123.45, 23456].map(rounded)).toEqual([
      '0.123',
      '1.23',
      '12.3',
      '123',
      '23,456',
    ]);
  });
});
