/** Groups of people who vote alike: base clusters put together, in as many groups as suit them. */
import { POLIS_STILL, recentred } from '../base-clusters/model.ts';
import { chance } from '../chance/model.ts';
import { firstPlaces, kMeans, scatteredSeeds, type Clusters, type Points } from '../k-means/model.ts';
import { silhouette } from '../silhouettes/model.ts';

/** How groups are found: as Polis does, or with seeds that don't depend on the order of people. */
export type Mode = 'indimaj' | 'polis';

/** The most groups there are (Polis, polismath/math/conversation.clj, `max-k`). */
export const MOST_GROUPS = 5;
/** How often in a row a number of groups wins before it replaces another (`group-k-buffer`). */
export const WINS_NEEDED = 4;
const POLIS_STEPS = 20;
const STEPS = 50;
/** From how many seeds each number of groups is tried; the best is kept. */
const TRIES = 12;

/** The base clusters in `k` groups. */
export interface Grouping {
  k: number;
  /** The group of each base cluster, and the groups' centres. */
  clusters: Clusters;
  silhouette: number;
}

/** What is remembered of earlier choices of k. */
export interface KHistory {
  /** The number of groups whose silhouette was best last, and how often in a row. */
  last: number;
  wins: number;
  chosen: number;
}

/** How many groups there may be: min(5, 2 + ⌊B / 12⌋) of B base clusters (`max-k-fn`). */
export function mostGroups(base: number): number {
  return Math.min(MOST_GROUPS, 2 + Math.floor(base / 12));
}

/**
 * The groupings for each k from 2 on, none where there are fewer than two places.
 *
 * In mode `polis` the first k base clusters are the seeds, weighted by their people, at most 20 steps
 * (polismath/math/clusters.clj, `kmeans`), or the groups before; silhouettes are not weighted. Else the best of
 * several scattered seeds is kept, by the sum of squares, and silhouettes count people.
 * @param before the group of each base cluster in the groupings before, by k
 */
export function groupings(
  base: Points,
  mode: Mode,
  seed: number,
  before?: ReadonlyMap<number, Int32Array>,
): Grouping[] {
  const places = firstPlaces(base, MOST_GROUPS).x.length;
  const most = Math.min(mostGroups(base.x.length), places);
  const found: Grouping[] = [];
  const points = mode === 'polis' ? { ...base, weights: new Float64Array(base.x.length).fill(1) } : base;
  for (let k = 2; k <= most; k += 1) {
    const clusters = mode === 'polis' ? polisClusters(base, k, before?.get(k)) : bestClusters(base, k, seed);
    const groups = clusters.x.length;
    found.push({ k, clusters, silhouette: silhouette(points, clusters.clusterOf, groups) });
  }
  return found;
}

function polisClusters(base: Points, k: number, before?: Int32Array): Clusters {
  const seeds = before ? recentred(base, before, k) : firstPlaces(base, k);
  return kMeans(base, seeds, POLIS_STEPS, POLIS_STILL);
}

/**
 * The least spread out of several tries. Points are looked at by their places, so that the order of people is nothing
 * to it. Groups stand by size, the greatest first.
 */
export function bestClusters(base: Points, k: number, seed: number, tries: number = TRIES): Clusters {
  const order = [...base.x.keys()].sort((a, b) => base.x[a]! - base.x[b]! || base.y[a]! - base.y[b]!);
  const points = {
    x: Float64Array.from(order, (at) => base.x[at]!),
    y: Float64Array.from(order, (at) => base.y[at]!),
    weights: Float64Array.from(order, (at) => base.weights[at]!),
  };
  const by = chance(seed + k);
  let best: Clusters | undefined;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const found = kMeans(
      points,
      scatteredSeeds(points, k, () => by.next()),
      STEPS,
      0,
    );
    if (!best || found.spread < best.spread * (1 - 1e-12)) best = found;
  }
  return bySize(points, best!, order);
}

function bySize({ weights }: Points, { x, y, clusterOf, spread }: Clusters, order: number[]): Clusters {
  const sizes = new Float64Array(x.length);
  clusterOf.forEach((cluster, at) => (sizes[cluster]! += weights[at]!));
  const ranked = [...x.keys()].sort((a, b) => sizes[b]! - sizes[a]! || x[a]! - x[b]! || y[a]! - y[b]!);
  const rank = new Int32Array(x.length);
  ranked.forEach((cluster, at) => (rank[cluster] = at));
  const own = new Int32Array(clusterOf.length);
  order.forEach((point, at) => (own[point] = rank[clusterOf[at]!]!));
  return {
    x: Float64Array.from(ranked, (cluster) => x[cluster]!),
    y: Float64Array.from(ranked, (cluster) => y[cluster]!),
    clusterOf: own,
    spread,
  };
}

/**
 * The number of groups: that with the best silhouette (the greater of equals), which replaces another once it has won
 * four times in a row (Polis, polismath/math/conversation.clj, `group-k-smoother`). Nothing where there is no grouping.
 */
export function chooseK(found: readonly Grouping[], before?: KHistory): KHistory | undefined {
  if (found.length === 0) return undefined;
  const best = found.reduce((most, one) => (one.silhouette >= most.silhouette ? one : most)).k;
  const wins = before?.last === best ? before.wins + 1 : 1;
  const stays = before && wins < WINS_NEEDED && found.some(({ k }) => k === before.chosen);
  return { last: best, wins, chosen: stays ? before.chosen : best };
}
