import { expect, it } from 'vitest';
import { box, layOut } from './drawing.ts';

const month = (name: string, late: number, open: number) => ({
  month: name,
  late,
  open,
  completed: 0,
  discontinued: 0,
  milestones: 0,
  reached: 0,
});

it('what is twice as much is twice as high, and nothing leaves the box', () => {
  const [first, second] = layOut([month('2026-11', 0, 2), month('2026-12', 1, 3)], false);
  const height = (column: typeof first) => column!.bars.reduce((sum, bar) => sum + bar.height, 0);
  expect(height(second)).toBeCloseTo(2 * height(first), 0);
  expect(second!.top).toBeCloseTo(box.top, 0);
  expect(second!.bars.map(({ part }) => part)).toEqual(['open', 'late']);
});

it('time runs from right to left where words do', () => {
  const months = [month('2026-11', 0, 1), month('2026-12', 0, 1)];
  const [first, last] = layOut(months, true);
  expect(first!.middle).toBeGreaterThan(last!.middle);
  expect(layOut([], true)).toEqual([]);
});
