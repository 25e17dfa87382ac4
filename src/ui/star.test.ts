import { describe, expect, it } from 'vitest';
import { starLevel, starPoints, starTick, svgPoints } from './star.ts';
import type { Point } from './star.ts';

/** Area by the shoelace formula. */
const area = (points: readonly Point[]): number =>
  Math.abs(
    points.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = points[(index + 1) % points.length]!;
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );

describe('the star', () => {
  it('has its inner corners on the sides of both squares', () => {
    const side = 10 * Math.cos(Math.PI / 4);
    for (const [x, y] of starPoints(10).filter((_, corner) => corner % 2 === 1)) {
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeCloseTo(side, 10);
      expect(Math.abs(x) + Math.abs(y)).toBeCloseTo(10, 10);
    }
  });

  it('starts with a tip at the top and has eight tips at the radius', () => {
    const points = starPoints(10);
    expect(points[0]![0]).toBeCloseTo(0, 10);
    expect(points[0]![1]).toBeCloseTo(-10, 10);
    expect(points.filter(([x, y]) => Math.abs(Math.hypot(x, y) - 10) < 1e-9)).toHaveLength(8);
  });

  it('fills nothing, half and all of its area', () => {
    const whole = area(starPoints(10));
    expect(starLevel(10, 0)).toEqual([]);
    expect(area(starLevel(10, 0.5))).toBeCloseTo(whole / 2, 8);
    expect(area(starLevel(10, 1))).toBeCloseTo(whole, 8);
  });

  it('fills more for a higher level, and nothing above it', () => {
    const areas = [0.1, 0.28, 0.5, 0.72, 0.9].map((fill) => area(starLevel(10, fill)));
    expect(areas).toEqual(areas.toSorted((a, b) => a - b));
    expect(Math.min(...starLevel(10, 0.28).map(([, y]) => y))).toBeCloseTo(4.4, 10);
  });

  it('holds its tick inside the inner corners', () => {
    const inner = Math.cos(Math.PI / 4) / Math.cos(Math.PI / 8);
    for (const [x, y] of starTick) expect(Math.hypot(x, y)).toBeLessThan(inner);
  });

  it('writes points without a negative zero', () => {
    expect(
      svgPoints([
        [-0.0001, 1.005],
        [2, -3.333],
      ]),
    ).toBe('0,1 2,-3.33');
  });
});
