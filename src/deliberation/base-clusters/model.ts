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
 * a hundred, else the cells into which halving along the wider side divides the people (J. L. Bentley,
 * Multidimensional Binary Search Trees, Communications of the ACM 18, 1975), and five steps of k-means from there.
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

/** The middles of cells with about as many people each. */
function cells(points: Points): Seeds {
  const order = Int32Array.from(points.x, (_, at) => at);
  const x: number[] = [];
  const y: number[] = [];
  const divide = (from: number, to: number, into: number): void => {
    const part = order.subarray(from, to);
    if (into === 1) {
      x.push(part.reduce((sum, at) => sum + points.x[at]!, 0) / part.length);
      y.push(part.reduce((sum, at) => sum + points.y[at]!, 0) / part.length);
      return;
    }
    const [across, beside] = wider(points, part) === 'x' ? [points.x, points.y] : [points.y, points.x];
    part.sort((a, b) => across[a]! - across[b]! || beside[a]! - beside[b]!);
    const first = into >> 1;
    const middle = from + Math.round(((to - from) * first) / into);
    divide(from, middle, first);
    divide(middle, to, into - first);
  };
  divide(0, order.length, MOST_BASE_CLUSTERS);
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

function wider({ x, y }: Points, part: Int32Array): 'x' | 'y' {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const at of part) {
    left = Math.min(left, x[at]!);
    right = Math.max(right, x[at]!);
    low = Math.min(low, y[at]!);
    high = Math.max(high, y[at]!);
  }
  return right - left >= high - low ? 'x' : 'y';
}
