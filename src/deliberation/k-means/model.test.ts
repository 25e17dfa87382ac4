import { describe, expect, it } from 'vitest';
import { chance } from '../chance/model.ts';
import { silhouette } from '../silhouettes/model.ts';
import { firstPlaces, kMeans, scatteredSeeds, type Points } from './model.ts';

const points = (...places: [number, number, number?][]): Points => ({
  x: Float64Array.from(places, ([x]) => x),
  y: Float64Array.from(places, ([, y]) => y),
  weights: Float64Array.from(places, ([, , weight]) => weight ?? 1),
});

describe('k-means', () => {
  it('moves centres to the weighted means of their points', () => {
    const found = kMeans(
      points([0, 0], [1, 0, 3], [10, 0], [12, 0]),
      { x: Float64Array.of(0, 1), y: Float64Array.of(0, 0) },
      20,
      0,
    );
    expect([...found.clusterOf]).toEqual([0, 0, 1, 1]);
    expect([[...found.x], [...found.y]]).toEqual([
      [0.75, 11],
      [0, 0],
    ]);
    // ¾² + 3 · ¼² + 1 + 1
    expect(found.spread).toBeCloseTo(2.75, 12);
  });

  it('gives each point to the nearest of many centres', () => {
    const by = chance(2);
    const cloud = points(...Array.from({ length: 300 }, (): [number, number] => [by.next(), by.next()]));
    const seeds = { x: cloud.x.slice(0, 40), y: cloud.y.slice(0, 40) };
    const { clusterOf } = kMeans(cloud, seeds, 0, 0);
    cloud.x.forEach((x, at) => {
      const distances = [...seeds.x].map(
        (seedX, seed) => (seedX - x) ** 2 + (seeds.y[seed]! - cloud.y[at]!) ** 2,
      );
      expect(clusterOf[at]).toBe(distances.indexOf(Math.min(...distances)));
    });
  });

  it('drops a cluster that has lost its points', () => {
    const found = kMeans(
      points([0, 0], [1, 0]),
      { x: Float64Array.of(0, 90, 1), y: new Float64Array(3) },
      5,
      0,
    );
    expect([[...found.x], [...found.clusterOf]]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('has seeds that differ, as many as there are places', () => {
    const three = points([1, 1], [1, 1], [2, 2], [3, 3]);
    expect([...firstPlaces(three, 2).x]).toEqual([1, 2]);
    expect([...scatteredSeeds(three, 5, () => 0.5).x].sort()).toEqual([1, 2, 3]);
  });
});

describe('silhouette', () => {
  it('is that of two pairs by hand', () => {
    // a = 1 and b = 9.5, 8.5, 8.5, 9.5 for the points 0, 1, 9, 10.
    const figure = silhouette(points([0, 0], [1, 0], [9, 0], [10, 0]), Int32Array.of(0, 0, 1, 1), 2);
    expect(figure).toBeCloseTo((2 * (1 - 1 / 9.5) + 2 * (1 - 1 / 8.5)) / 4, 12);
  });

  it('is 0 for points alone and where there is one cluster', () => {
    expect(silhouette(points([0, 0], [5, 0]), Int32Array.of(0, 1), 2)).toBe(0);
    expect(silhouette(points([0, 0], [5, 0]), Int32Array.of(0, 0), 1)).toBe(0);
    expect(silhouette(points([0, 0], [0, 0], [0, 0]), Int32Array.of(0, 0, 1), 2)).toBe(0);
  });
});
