import { expect, it } from 'vitest';
import { adjustedRandIndex } from './model.ts';

it('compares groupings: the same, their example, chance, and who stands in none', () => {
  expect(adjustedRandIndex([0, 0, 1, 1], [5, 5, 2, 2])).toBe(1);
  // 2 pairs together in both, 3 and 2 of 10 in each: (2 - 0.6) / (2.5 - 0.6).
  const index = adjustedRandIndex([0, 0, 0, 1, 2], [0, 0, 1, 2, 2]);
  expect(index).toBeCloseTo((1 - 0.6) / (2.5 - 0.6), 12);
  expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
  expect(adjustedRandIndex([0, 0, 1, 1, -1, 3], [4, 4, 2, 2, 4, -1])).toBe(1);
  expect([adjustedRandIndex([], []), adjustedRandIndex([0, 0], [0, 0])]).toEqual([1, 1]);
  expect(adjustedRandIndex([0, 0, 0, 0], [0, 0, 1, 1])).toBe(0);
});
