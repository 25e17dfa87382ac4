import { describe, expect, it } from 'vitest';
import { chance } from '../chance/model.ts';
import { leadingEigenpairs, type Product } from './model.ts';

const product =
  (matrix: number[][]): Product =>
  (vector, into) =>
    matrix.forEach((row, at) => {
      into[at] = row.reduce((sum, entry, column) => sum + entry * vector[column]!, 0);
    });

describe('leadingEigenpairs', () => {
  it('finds those of a small matrix by hand', () => {
    // [[2, 1], [1, 2]] has 3 along (1, 1) and 1 along (1, -1).
    const [first, second] = leadingEigenpairs(
      product([
        [2, 1],
        [1, 2],
      ]),
      2,
      2,
    );
    expect([first!.value, second!.value]).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)]);
    for (const entry of first!.vector) expect(entry).toBeCloseTo(Math.SQRT1_2, 12);
    expect(second!.vector[0]! + second!.vector[1]!).toBeCloseTo(0, 12);
  });

  it('finds those of matrices of any size, at right angles and exactly', () => {
    const by = chance(3);
    for (const size of [3, 20, 90]) {
      const some = Array.from({ length: size }, () => Array.from({ length: size }, () => by.next() - 0.5));
      const matrix = some.map((row) =>
        some.map((other) => row.reduce((sum, entry, at) => sum + entry * other[at]!, 0)),
      );
      const multiply = product(matrix);
      const pairs = leadingEigenpairs(multiply, size, 2);
      for (const { value, vector } of pairs) {
        const image = new Float64Array(size);
        multiply(vector, image);
        image.forEach((entry, at) => expect(entry).toBeCloseTo(value * vector[at]!, 7));
      }
      const between = pairs[0]!.vector.reduce((sum, entry, at) => sum + entry * pairs[1]!.vector[at]!, 0);
      expect(between).toBeCloseTo(0, 9);
      const trace = matrix.reduce((sum, row, at) => sum + row[at]!, 0);
      expect(pairs[0]!.value).toBeGreaterThanOrEqual(pairs[1]!.value);
      expect(pairs[0]!.value).toBeLessThan(trace);
    }
  });

  it('answers zero where there is nothing left', () => {
    const zero = () => [...new Float64Array(3)];
    const lines = product([
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, 0],
    ]);
    const [first, second] = leadingEigenpairs(lines, 3, 2);
    expect([first!.value, second!.value]).toEqual([expect.closeTo(2, 12), 0]);
    expect([...second!.vector]).toEqual(zero());
    expect(leadingEigenpairs(product([zero(), zero(), zero()]), 3, 2).map(({ value }) => value)).toEqual([
      0, 0,
    ]);
    expect(leadingEigenpairs(product([]), 0, 2).map(({ vector }) => vector.length)).toEqual([0, 0]);
  });
});
