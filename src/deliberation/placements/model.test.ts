import { expect, it } from 'vitest';
import { numberedLike } from '../group-numbers/model.ts';
import { placements } from './model.ts';

it('places who has cast seven votes, or all there are, and goes on to fifteen', () => {
  const many = Int32Array.from({ length: 20 }, (_, row) => (row < 16 ? 7 : 6));
  expect([...placements(many, 30).placed]).toEqual([...Array(16).keys()]);
  expect(placements(Int32Array.of(3, 3, 2, 0), 3).reasons).toEqual([
    'enough votes',
    'enough votes',
    'among the first',
    'no vote',
  ]);
  const few = Int32Array.from({ length: 18 }, (_, row) => 1 + (row % 6));
  const { placed, reasons } = placements(few, 30);
  expect(placed.length).toBe(15);
  // The three who cast one vote are those who are left.
  expect(reasons.flatMap((reason, row) => (reason === 'too few votes' ? [few[row]] : []))).toEqual([1, 1, 1]);
  expect(placements(many, 30, Int32Array.of(18)).reasons[18]).toBe('placed before');
});

it('numbers groups as they were numbered before', () => {
  const before = Int32Array.of(0, 0, 0, 1, 1, -1);
  expect([...numberedLike(Int32Array.of(1, 1, 1, 0, 0, 0), before)]).toEqual([0, 0, 0, 1, 1, 1]);
  expect([...numberedLike(Int32Array.of(2, 2, 0, 1, 1, -1), before)]).toEqual([0, 0, 2, 1, 1, -1]);
});
