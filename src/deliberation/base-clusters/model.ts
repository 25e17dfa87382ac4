/** People who stand close to each other on the map, at most a hundred clusters of them. */
import { firstPlaces, kMeans, type Points, type Seeds } from '../k-means/model.ts';
import type { Places } from '../opinion-space/model.ts';

/** The most that there are, as on the Polis server (polismath/math/conversation.clj, `base-k`). */
export const MOST_BASE_CLUSTERS = 100;
const STEPS = { polis: 100, indimaj: 5 };
/** Polis takes centres that moved less than this for the same (polismath/math/clusters.clj, `same-clustering?`). */
export const POLIS_STILL = 0.01;

export interface BaseClusters extends Points {
  /** The cluster of each participant; -1 for who is not placed. `weights` are the people in each. */
  clusterOf: Int32Array;
}

/**
 * Base clusters as Polis makes them: the first hundred places that differ, in the order of rows, are seeds of at most
 * a hundred steps of k-means; or the clusters before, recentred, where there are some.
 */
export function polisBaseClusters(places: Places, placed: Int32Array, before?: BaseClusters): BaseClusters {
  const points = placedPoints(places, placed);
  const seeds = before
    ? recentred(
        points,
        Int32Array.from(placed, (row) => before.clusterOf[row] ?? -1),
        MOST_BASE_CLUSTERS,
      )
    : firstPlaces(points, MOST_BASE_CLUSTERS);
  return clustersOf(places, placed, points, seeds, STEPS.polis, POLIS_STILL);
}

/**
 * Base clusters that depend on places only, not on the order of people: everybody's own place where there are at most
 * a hundred, else the middles of ten strips of as many people, divided into ten cells of as many, and five steps of
 * k-means from there.
 */
export function baseClusters(places: Places, placed: Int32Array, weights?: Float64Array): BaseClusters {
  const points = placedPoints(places, placed, weights);
  const own = firstPlaces(points, MOST_BASE_CLUSTERS + 1);
  const seeds = own.x.length <= MOST_BASE_CLUSTERS ? own : cells(points);
  return clustersOf(places, placed, points, seeds, STEPS.indimaj, 0);
}

/**
 * Where clusters go on from: their centres over the new places, equal ones once, and the farthest point from all of
 * them again and again, as long as there are fewer than `most` (Polis, polismath/math/clusters.clj,
 * `clean-start-clusters`).
 * @param clusterOf the cluster of each point before, -1 for none
 */
export function recentred(points: Points, clusterOf: Int32Array, most: number): Seeds {
  const sums = new Map<number, [number, number, number]>();
  clusterOf.forEach((cluster, at) => {
    if (cluster < 0) return;
    const sum = sums.get(cluster) ?? [0, 0, 0];
    sum[0] += points.x[at]! * points.weights[at]!;
    sum[1] += points.y[at]! * points.weights[at]!;
    sum[2] += points.weights[at]!;
    sums.set(cluster, sum);
  });
  const places = new Map<string, [number, number]>();
  for (const [, [x, y, weight]] of [...sums].sort(([a], [b]) => a - b))
    places.set(`${x / weight} ${y / weight}`, [x / weight, y / weight]);
  const centres = [...places.values()];
  while (centres.length < most) {
    const [farthest, distance] = mostDistal(points, centres);
    if (!(distance > 0)) break;
    centres.push([points.x[farthest]!, points.y[farthest]!]);
  }
  return { x: Float64Array.from(centres, ([x]) => x), y: Float64Array.from(centres, ([, y]) => y) };
}

function mostDistal({ x, y }: Points, centres: [number, number][]): [number, number] {
  let [farthest, most] = [0, -1];
  for (let at = 0; at < x.length; at += 1) {
    let least = Infinity;
    for (const [centreX, centreY] of centres)
      least = Math.min(least, (x[at]! - centreX) ** 2 + (y[at]! - centreY) ** 2);
    if (least > most) [farthest, most] = [at, least];
  }
  return [farthest, most];
}

function placedPoints({ x, y }: Places, placed: Int32Array, weights?: Float64Array): Points {
  return {
    x: Float64Array.from(placed, (row) => x[row]!),
    y: Float64Array.from(placed, (row) => y[row]!),
    weights: Float64Array.from(placed, (row) => weights?.[row] ?? 1),
  };
}

function clustersOf(
  places: Places,
  placed: Int32Array,
  points: Points,
  seeds: Seeds,
  steps: number,
  still: number,
): BaseClusters {
  const clusterOf = new Int32Array(places.x.length).fill(-1);
  if (placed.length === 0) {
    const none = new Float64Array(0);
    return { x: none, y: none, weights: none, clusterOf };
  }
  const found = kMeans(points, seeds, steps, still);
  const weights = new Float64Array(found.x.length);
  placed.forEach((row, at) => {
    clusterOf[row] = found.clusterOf[at]!;
    weights[found.clusterOf[at]!]! += points.weights[at]!;
  });
  return { x: found.x, y: found.y, weights, clusterOf };
}

/** The middles of ten strips' ten cells, with about as many people each. */
function cells({ x, y }: Points): Seeds {
  const [centreX, centreY]: [number[], number[]] = [[], []];
  const side = Math.sqrt(MOST_BASE_CLUSTERS);
  const strips = parts(x, side);
  for (let strip = 0; strip < side; strip += 1) {
    const inside = (_: number, at: number) => strips[at] === strip;
    const [stripX, stripY] = [x.filter(inside), y.filter(inside)];
    const rows = parts(stripY, side);
    for (let row = 0; row < side; row += 1) {
      let [sumX, sumY, count] = [0, 0, 0];
      for (let at = 0; at < rows.length; at += 1) {
        if (rows[at] !== row) continue;
        sumX += stripX[at]!;
        sumY += stripY[at]!;
        count += 1;
      }
      if (count === 0) continue;
      centreX.push(sumX / count);
      centreY.push(sumY / count);
    }
  }
  return { x: Float64Array.from(centreX), y: Float64Array.from(centreY) };
}

/** Which of so many parts of about the same number each value lies in; equal values lie together. */
function parts(values: Float64Array, count: number): Uint8Array {
  const sorted = values.toSorted();
  const bounds = Array.from(
    { length: count - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / count)]!,
  );
  return Uint8Array.from(values, (value) => {
    let part = 0;
    while (part < count - 1 && value >= bounds[part]!) part += 1;
    return part;
  });
}
