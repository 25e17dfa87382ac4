import type { Points } from '../k-means/model.ts';

/**
 * How much nearer points are to their own cluster than to the next one, from -1 to 1 (P. J. Rousseeuw, Silhouettes,
 * Journal of Computational and Applied Mathematics 20, 1987): the mean of (b - a) / max(a, b), where a is the mean
 * distance to the others of the own cluster and b the least mean distance to another cluster; 0 for a point alone.
 * Means are weighted by points. Time in the square of their number. 0 where there is one cluster only.
 */
export function silhouette({ x, y, weights }: Points, clusterOf: Int32Array, clusters: number): number {
  if (clusters < 2) return 0;
  let [sum, total] = [0, 0];
  const distances = new Float64Array(clusters);
  const masses = new Float64Array(clusters);
  for (let at = 0; at < x.length; at += 1) {
    distances.fill(0);
    masses.fill(0);
    for (let other = 0; other < x.length; other += 1) {
      if (other === at) continue;
      const cluster = clusterOf[other]!;
      const dx = x[at]! - x[other]!;
      const dy = y[at]! - y[other]!;
      distances[cluster]! += weights[other]! * Math.sqrt(dx * dx + dy * dy);
      masses[cluster]! += weights[other]!;
    }
    sum += weights[at]! * one(distances, masses, clusterOf[at]!);
    total += weights[at]!;
  }
  return total > 0 ? sum / total : 0;
}

function one(distances: Float64Array, masses: Float64Array, own: number): number {
  if (!(masses[own]! > 0)) return 0;
  const a = distances[own]! / masses[own]!;
  let b = Infinity;
  for (let cluster = 0; cluster < masses.length; cluster += 1)
    if (cluster !== own && masses[cluster]! > 0) b = Math.min(b, distances[cluster]! / masses[cluster]!);
  const most = Math.max(a, b);
  return most > 0 && most < Infinity ? (b - a) / most : 0;
}
