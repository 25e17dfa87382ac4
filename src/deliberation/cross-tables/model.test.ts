import { expect, it } from 'vitest';
import { chance } from '../chance/model.ts';
import { leavesFew } from './model.ts';

const of = (...cells: [first: number, second: number, people: number][]) => {
  const people = cells.flatMap(([first, second, count]) =>
    Array.from({ length: count }, () => [first, second]),
  );
  return leavesFew(
    people.map(([first]) => first!),
    people.map(([, second]) => second!),
    5,
  );
};

it('finds a part within a part of the other way that leaves fewer than five', () => {
  expect(of([0, 0, 6], [1, 0, 1], [1, 1, 20])).toBe(true);
  expect(of([0, 0, 6], [1, 0, 5], [1, 1, 20])).toBe(false);
  expect(of([0, 0, 6], [1, 1, 20])).toBe(false);
});

it('finds parts together that leave fewer than five', () => {
  // Two parts of one way are two of the other but for three people.
  expect(of([0, 0, 6], [0, 1, 6], [1, 0, 6], [1, 1, 6], [2, 1, 3], [2, 2, 30])).toBe(true);
  expect(of([0, 0, 6], [0, 1, 6], [1, 0, 6], [1, 1, 6], [2, 1, 5], [2, 2, 30])).toBe(false);
});

it('overlooks no union of parts that leaves fewer than five within one of the other way', () => {
  let found = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const by = chance(seed);
    const people = Array.from({ length: 20 + by.below(30) }, () => {
      const first = by.below(3);
      return [first, by.next() < 0.75 ? first : by.below(3)] as const;
    });
    let leaves = false;
    for (let one = 1; one < 8; one += 1)
      for (let other = 1; other < 8; other += 1)
        for (const [a, b] of [[0, 1] as const, [1, 0] as const]) {
          const within = people.filter((person) => (one >> person[a]) & 1);
          const around = people.filter((person) => (other >> person[b]) & 1);
          const left = around.length - within.length;
          leaves ||= within.every((person) => (other >> person[b]) & 1) && left > 0 && left < 5;
        }
    if (!leaves) continue;
    found += 1;
    expect(
      leavesFew(
        people.map(([first]) => first),
        people.map(([, second]) => second),
        5,
      ),
    ).toBe(true);
  }
  expect(found).toBeGreaterThan(20);
});
