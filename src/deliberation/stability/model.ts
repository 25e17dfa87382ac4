/** How sure a grouping is: whether other people, or other statements, would have led to the same one. */
import { chance, shuffled, type Chance } from '../chance/model.ts';
import { coVotes } from '../co-votes/model.ts';
import { bestClusters } from '../opinion-groups/model.ts';
import { opinionSpace } from '../opinion-space/model.ts';
import { adjustedRandIndex } from '../rand-index/model.ts';
import { sampled } from '../resamples/model.ts';
import type { VoteMatrix } from '../votes/model.ts';

/** From these means on a grouping counts as clear; below the lower one for statements there is none. */
export const CLEAR = { people: 0.7, statements: 0.5 };
export const PRESENT = 0.25;
/** With fewer people or statements nothing can be said. */
const FEWEST = { people: 12, statements: 6 };
/** Larger rooms are judged by a sample of as many people. */
const MOST_PEOPLE = 500;
/** What is drawn again, by the number of votes that one round looks at. */
const ROUNDS = { many: 40, few: 10 };
const MANY_VOTES = 10_000;
/** The share of people that a resample keeps. */
const KEPT = 0.7;
const TRIES = 4;

export interface Stability {
  /** The mean adjusted Rand index of the groups found with 70% of the people; null where it can't be told. */
  people: number | null;
  /** The mean adjusted Rand index between the groups found by one half of the statements and by the other. */
  statements: number | null;
  /** For each group the mean share it has in common with its nearest among the groups found again. */
  groups: number[];
  /** Whether there are groups, for all that can be told: clear, uncertain or none. */
  verdict: 'clear' | 'uncertain' | 'none';
  /** How often each was drawn. */
  rounds: number;
}

export interface StabilityOptions {
  seed: number;
  out: Uint8Array;
  weights?: Float64Array | undefined;
  /** Called before each round. */
  watch?: (done: number, total: number) => void;
}

/**
 * Finds groups again with other people and with other statements. With people: 70% of them, without replacement; the
 * figure for each group is the Jaccard index with the nearest new one (C. Hennig, Cluster-wise Assessment of Cluster
 * Stability, Computational Statistics & Data Analysis 52, 2007). With statements: two halves that share none, each
 * grouping the same people by itself; on votes without structure the two agree no more than chance would, whatever
 * the number of people, so that agreement between them says that there are groups (in the manner of R. Tibshirani and
 * G. Walther, Cluster Validation by Prediction Strength, Journal of Computational and Graphical Statistics 14, 2005).
 * @param groupOf the group of each participant, -1 for none
 */
export function stability(
  matrix: VoteMatrix,
  groupOf: Int32Array,
  k: number,
  options: StabilityOptions,
): Stability {
  const by = chance(options.seed ^ 0x5eed);
  const rows = Int32Array.from(groupOf.keys()).filter((row) => groupOf[row]! >= 0);
  const columns = Int32Array.from(options.out.keys()).filter((column) => !options.out[column]);
  if (k < 2 || rows.length < FEWEST.people || columns.length < FEWEST.statements)
    return { people: null, statements: null, groups: [], verdict: 'none', rounds: 0 };
  const size = Math.min(rows.length, MOST_PEOPLE);
  const votes = (matrix.columns.length / matrix.participants) * size;
  const rounds = votes > MANY_VOTES ? ROUNDS.few : ROUNDS.many;
  const people: number[] = [];
  const statements: number[] = [];
  const jaccard = Array.from({ length: k }, (): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    options.watch?.(round, rounds);
    const some = chosenFrom(rows, Math.min(Math.ceil(rows.length * KEPT), MOST_PEOPLE), by);
    const again = grouped(matrix, some, columns, k, options, by);
    const before = some.map((row) => groupOf[row]!);
    people.push(adjustedRandIndex(before, again));
    nearestShares(before, again, k).forEach((share, group) => jaccard[group]!.push(share));
    const order = shuffled(columns.length, by).map((at) => columns[at]!);
    const half = order.length >> 1;
    const same = chosenFrom(rows, size, by);
    statements.push(
      adjustedRandIndex(
        grouped(matrix, same, order.slice(0, half).sort(), k, options, by),
        grouped(matrix, same, order.slice(half).sort(), k, options, by),
      ),
    );
  }
  const figures = { people: mean(people), statements: mean(statements) };
  return { ...figures, groups: jaccard.map(mean), verdict: verdictOf(figures), rounds };
}

function verdictOf({ people, statements }: { people: number; statements: number }): Stability['verdict'] {
  if (statements < PRESENT) return 'none';
  return people >= CLEAR.people && statements >= CLEAR.statements ? 'clear' : 'uncertain';
}

function chosenFrom(rows: Int32Array, count: number, by: Chance): Int32Array {
  if (count >= rows.length) return rows;
  return shuffled(rows.length, by)
    .subarray(0, count)
    .map((at) => rows[at]!)
    .sort();
}

/** The groups of some people by some statements, found as those of everybody are. */
function grouped(
  matrix: VoteMatrix,
  rows: Int32Array,
  columns: Int32Array,
  k: number,
  { weights }: StabilityOptions,
  by: Chance,
): Int32Array {
  const sample = sampled(matrix, rows, columns);
  const own = weights && Float64Array.from(rows, (row) => weights[row]!);
  const out = new Uint8Array(columns.length);
  const space = opinionSpace(sample, coVotes(sample, own), { out, countOut: false, tolerance: 1e-5 });
  const points = { ...space.participants, weights: own ?? new Float64Array(rows.length).fill(1) };
  return bestClusters(points, k, by.below(2 ** 31), TRIES).clusterOf;
}

function nearestShares(before: Int32Array, again: Int32Array, k: number): number[] {
  return Array.from({ length: k }, (_, group) => {
    const common = new Float64Array(k);
    const sizes = new Float64Array(k);
    let own = 0;
    before.forEach((value, at) => {
      sizes[again[at]!]! += 1;
      if (value !== group) return;
      own += 1;
      common[again[at]!]! += 1;
    });
    return Math.max(0, ...common.map((both, other) => both / Math.max(own + sizes[other]! - both, 1)));
  });
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1);
}
