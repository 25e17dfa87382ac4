import { describe, expect, it } from 'vitest';
import { shareOfWay } from './model.ts';

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
