import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histogram, median } from './histogram.ts';

function histogramOf(values: number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
}

/** Percentile by nearest rank, from the values themselves. */
function exact(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1]!;
}

describe('Histogram', () => {
  it('keeps small values exactly', () => {
    const histogram = histogramOf(Array.from({ length: 100 }, (_, index) => index + 1));
    expect([0, 0.01, 0.5, 0.99, 1].map((share) => histogram.percentile(share))).toEqual([1, 1, 50, 99, 100]);
    expect(histogram.total).toBe(100);
  });

  it('has no percentile of nothing', () => {
    expect(new Histogram().percentile(0.5)).toBeNaN();
  });

  it('is never below the exact percentile, nor above it by more than one part in 1,024', () => {
    const values = fc.array(fc.nat({ max: 2 ** 31 - 1 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (recorded, share) => {
        const found = histogramOf(recorded).percentile(share);
        const right = exact(recorded, share);
        expect(found).toBeGreaterThanOrEqual(right);
        expect(found - right).toBeLessThanOrEqual(right / 1024);
      }),
    );
  });

  it('adds up histograms of several runs as if they had been one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.array(fc.nat()), (first, second) => {
        const sum = new Histogram();
        sum.add(histogramOf(first).counts());
        sum.add(histogramOf(second).counts());
        expect(sum.counts()).toEqual(histogramOf([...first, ...second]).counts());
        expect(sum.total).toBe(first.length + second.length);
      }),
    );
  });

  it('counts what lies outside its range at its ends', () => {
    expect(histogramOf([-3]).percentile(1)).toBe(0);
    expect(histogramOf([2 ** 40]).percentile(1)).toBe(2 ** 31 - 1);
  });
});

describe('median', () => {
  it('takes the middle, whatever the order', () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([100, 9])).toBe(54.5);
    expect(median([])).toBeNaN();
  });
});
