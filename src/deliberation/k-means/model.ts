/** Clusters of weighted points on the plane. */

export interface Points {
  x: Float64Array;
  y: Float64Array;
  weights: Float64Array;
}

export interface Seeds {
  x: Float64Array;
  y: Float64Array;
}

export interface Clusters extends Seeds {
  /** The cluster of each point. */
  clusterOf: Int32Array;
  /** The sum of weighted squares of the distances to the centres. */
  spread: number;
}

/**
 * Lloyd's iteration (S. P. Lloyd, Least Squares Quantization in PCM, IEEE Transactions on Information Theory 28,
 * 1982): each point to its nearest centre, each centre to its points' weighted mean. A cluster that loses its points
 * is dropped.
 * @param most how many steps at most
 * @param still ends once no centre moves as far as this; 0 goes on until none moves
 */
export function kMeans(points: Points, seeds: Seeds, most: number, still: number): Clusters {
  const clusterOf = new Int32Array(points.x.length);
  let centres: Seeds = { x: seeds.x.slice(), y: seeds.y.slice() };
  for (let step = 0; ; step += 1) {
    assign(points, centres, clusterOf);
    const next = means(points, clusterOf, centres.x.length);
    const done = step >= most || moved(centres, next) <= still;
    centres = withoutEmpty(next, clusterOf);
    if (done) break;
  }
  return { ...centres, clusterOf, spread: spreadOf(points, centres, clusterOf) };
}

/** Centres are looked at from the one that is nearest from side to side, as far as another could be nearer still. */
function assign({ x, y }: Points, centres: Seeds, clusterOf: Int32Array): void {
  const count = centres.x.length;
  const order = Int32Array.from(centres.x.keys()).sort((a, b) => centres.x[a]! - centres.x[b]!);
  const centreX = Float64Array.from(order, (cluster) => centres.x[cluster]!);
  const centreY = Float64Array.from(order, (cluster) => centres.y[cluster]!);
  const rank = new Int32Array(count);
  order.forEach((cluster, at) => (rank[cluster] = at));
  for (let at = 0; at < x.length; at += 1) {
    const pointX = x[at]!;
    const pointY = y[at]!;
    // Where it stood is a good guess, and equal distances go to the lowest number whatever the guess.
    let nearest = rank[Math.min(clusterOf[at]!, count - 1)]!;
    let least = (pointX - centreX[nearest]!) ** 2 + (pointY - centreY[nearest]!) ** 2;
    const start = nearest;
    for (let other = start - 1; other >= 0; other -= 1) {
      const across = pointX - centreX[other]!;
      if (across * across > least) {
        if (across > 0) break;
        continue;
      }
      const distance = across * across + (pointY - centreY[other]!) ** 2;
      if (distance < least || (distance === least && order[other]! < order[nearest]!)) {
        least = distance;
        nearest = other;
      }
    }
    for (let other = start + 1; other < count; other += 1) {
      const across = centreX[other]! - pointX;
      if (across * across > least) {
        if (across > 0) break;
        continue;
      }
      const distance = across * across + (pointY - centreY[other]!) ** 2;
      if (distance < least || (distance === least && order[other]! < order[nearest]!)) {
        least = distance;
        nearest = other;
      }
    }
    clusterOf[at] = order[nearest]!;
  }
}

interface Means extends Seeds {
  weights: Float64Array;
}

function means({ x, y, weights }: Points, clusterOf: Int32Array, count: number): Means {
  const found: Means = {
    x: new Float64Array(count),
    y: new Float64Array(count),
    weights: new Float64Array(count),
  };
  for (let at = 0; at < x.length; at += 1) {
    const cluster = clusterOf[at]!;
    found.x[cluster]! += x[at]! * weights[at]!;
    found.y[cluster]! += y[at]! * weights[at]!;
    found.weights[cluster]! += weights[at]!;
  }
  for (let cluster = 0; cluster < count; cluster += 1) {
    found.x[cluster]! /= found.weights[cluster]!;
    found.y[cluster]! /= found.weights[cluster]!;
  }
  return found;
}

function moved(from: Seeds, to: Means): number {
  let most = 0;
  for (let at = 0; at < from.x.length; at += 1)
    if (to.weights[at]! > 0)
      most = Math.max(most, Math.hypot(from.x[at]! - to.x[at]!, from.y[at]! - to.y[at]!));
  return most;
}

function withoutEmpty({ x, y, weights }: Means, clusterOf: Int32Array): Seeds {
  if (weights.every((weight) => weight > 0)) return { x, y };
  const renamed = new Int32Array(weights.length);
  let count = 0;
  weights.forEach((weight, cluster) => (renamed[cluster] = weight > 0 ? count++ : -1));
  for (let at = 0; at < clusterOf.length; at += 1) clusterOf[at] = renamed[clusterOf[at]!]!;
  const kept = (_: number, cluster: number) => weights[cluster]! > 0;
  return { x: x.filter(kept), y: y.filter(kept) };
}

function spreadOf({ x, y, weights }: Points, centres: Seeds, clusterOf: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < x.length; at += 1) {
    const cluster = clusterOf[at]!;
    sum += weights[at]! * ((x[at]! - centres.x[cluster]!) ** 2 + (y[at]! - centres.y[cluster]!) ** 2);
  }
  return sum;
}

/** The first `count` places that differ, in the order of points (Polis, polismath/math/clusters.clj, `init-clusters`). */
export function firstPlaces({ x, y }: Points, count: number): Seeds {
  const seen = new Set<string>();
  const at: number[] = [];
  for (let point = 0; point < x.length && at.length < count; point += 1) {
    const place = `${x[point]} ${y[point]}`;
    if (!seen.has(place)) at.push(point);
    seen.add(place);
  }
  return { x: Float64Array.from(at, (point) => x[point]!), y: Float64Array.from(at, (point) => y[point]!) };
}

/**
 * Seeds far from each other by chance: each next one is a point, drawn by its weight times the square of its distance
 * to the seeds so far (D. Arthur and S. Vassilvitskii, k-means++, SODA 2007). Fewer where there are fewer places.
 * @param next a number from 0 to 1
 */
export function scatteredSeeds({ x, y, weights }: Points, count: number, next: () => number): Seeds {
  const distance = new Float64Array(x.length).fill(1);
  const at: number[] = [];
  while (at.length < count) {
    let total = 0;
    for (let point = 0; point < x.length; point += 1) total += weights[point]! * distance[point]!;
    if (!(total > 0)) break;
    let left = next() * total;
    let chosen = -1;
    for (let point = 0; point < x.length; point += 1) {
      const share = weights[point]! * distance[point]!;
      if (share > 0) chosen = point;
      left -= share;
      if (left < 0 && chosen >= 0) break;
    }
    for (let point = 0; point < x.length; point += 1) {
      const square = (x[point]! - x[chosen]!) ** 2 + (y[point]! - y[chosen]!) ** 2;
      distance[point] = at.length === 0 ? square : Math.min(distance[point]!, square);
    }
    at.push(chosen);
  }
  return { x: Float64Array.from(at, (point) => x[point]!), y: Float64Array.from(at, (point) => y[point]!) };
}
