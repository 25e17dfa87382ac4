/** How sure a grouping is: whether other people, or other statements, would have led to the same one. */
import { chance, shuffled, type Chance } from '../chance/model.ts';
import { variationOfVotes } from '../co-votes/model.ts';
import { bestClusters } from '../opinion-groups/model.ts';
import { opinionSpace } from '../opinion-space/model.ts';
import { leadingEigenpairs } from '../principal-components/model.ts';
import { adjustedRandIndex } from '../rand-index/model.ts';
import { permuted, sampled } from '../resamples/model.ts';
import type { VoteMatrix } from '../votes/model.ts';

/** From these on a grouping counts as clear: means, less what another draw would change in them. */
export const CLEAR = { people: 0.75, statements: 0.6 };
/** By how many standard deviations the variance on the map exceeds that of votes dealt out by chance. */
export const PRESENT = 3;
/** With fewer people or statements nothing can be said. */
const FEWEST = { people: 8, statements: 4 };
/** Larger rooms are judged by a sample of as many people. */
const MOST_PEOPLE = 400;
/** What is drawn again, by the number of votes that one round looks at. */
const ROUNDS = { many: 25, few: 10 };
/** How often votes are dealt out anew. */
const DEALT = { many: 75, few: 10 };
const MANY_VOTES = 10_000;
/** The share of people, or of statements, that a resample keeps. */
const KEPT = 0.7;
const TRIES = 4;

export interface Stability {
  /** The mean adjusted Rand index of the groups found with 70% of the people; null where it can't be told. */
  people: number | null;
  /** The same of those found with 70% of the statements. */
  statements: number | null;
  /** For each group the mean share it has in common with its nearest among the groups found with other people. */
  groups: number[];
  /** By how many standard deviations more people vote alike than chance would have it; null where it can't be told. */
  structure: number | null;
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
 * Finds groups again with other people and with other statements: 70% of them, without replacement, compared with the
 * grouping of all; for each group the Jaccard index with its nearest (C. Hennig, Cluster-wise Assessment of Cluster
 * Stability, Computational Statistics & Data Analysis 52, 2007).
 *
 * Groups come out of noise as well, and stay where most votes are the same. So the votes on each statement are dealt
 * out anew among those who cast them, which leaves everything but who votes alike; there are groups only where the
 * map shows more variance than that of such votes, by three standard deviations (parallel analysis: J. L. Horn, A
 * Rationale and Test for the Number of Factors in Factor Analysis, Psychometrika 30, 1965; by permutation: A. Buja
 * and N. Eyuboglu, Remarks on Parallel Analysis, Multivariate Behavioral Research 27, 1992).
 * @param groupOf the group of each participant, -1 for none
 */
export function stability(
  matrix: VoteMatrix,
  groupOf: Int32Array,
  k: number,
  options: StabilityOptions,
): Stability {
  const rows = Int32Array.from(groupOf.keys()).filter((row) => groupOf[row]! >= 0);
  const columns = Int32Array.from(options.out.keys()).filter((column) => !options.out[column]);
  if (k < 2 || rows.length < FEWEST.people || columns.length < FEWEST.statements)
    return { people: null, statements: null, groups: [], structure: null, verdict: 'none', rounds: 0 };
  const by = chance(options.seed ^ 0x5eed);
  const size = Math.min(rows.length, MOST_PEOPLE);
  const often = (matrix.columns.length / matrix.participants) * size > MANY_VOTES ? 'few' : 'many';
  const rounds = ROUNDS[often];
  const some = sampled(matrix, chosenFrom(rows, size, by), columns);
  const people: number[] = [];
  const statements: number[] = [];
  const dealt: number[] = [];
  const jaccard = Array.from({ length: k }, (): number[] => []);
  const compared = (chosenRows: Int32Array, chosenColumns: Int32Array) => {
    const before = chosenRows.map((row) => groupOf[row]!);
    return [before, grouped(matrix, chosenRows, chosenColumns, k, options, by)] as const;
  };
  for (let round = 0; round < rounds; round += 1) {
    options.watch?.(round, rounds);
    const [before, again] = compared(keptOf(rows, by), columns);
    people.push(adjustedRandIndex(before, again));
    nearestShares(before, again, k).forEach((share, group) => jaccard[group]!.push(share));
    statements.push(adjustedRandIndex(...compared(chosenFrom(rows, size, by), keptOf(columns, by))));
    for (let hand = 0; hand < DEALT[often] / rounds; hand += 1) dealt.push(varianceShown(permuted(some, by)));
  }
  const usual = mean(dealt);
  const squares = dealt.reduce((sum, one) => sum + (one - usual) ** 2, 0);
  const spread = Math.sqrt(squares / (dealt.length - 1));
  // Where everybody votes the same, dealing changes nothing but the last digits.
  const structure = spread > 1e-9 ? (varianceShown(some) - usual) / spread : 0;
  const verdict = verdictOf({ people: sure(people), statements: sure(statements), structure });
  const figures = { people: mean(people), statements: mean(statements), structure };
  return { ...figures, groups: jaccard.map(mean), verdict, rounds };
}

/** By how much less a silhouette may be for its number of groups to be nearly as good. */
const NEARLY = 0.05;

/**
 * Which other numbers of groups make a partition nearly as clear-cut as the one chosen. Where two or three groups were
 * planted, this named others in 2 of 24 debates; where four were, of which three are found, in 5 of 12.
 */
export function numbersNearlyAsGood(
  silhouettes: readonly { k: number; silhouette: number }[],
  chosen: number,
): number[] {
  const own = silhouettes.find(({ k }) => k === chosen);
  if (!own) return [];
  return silhouettes
    .filter(({ k, silhouette }) => k !== chosen && silhouette >= own.silhouette - NEARLY)
    .map(({ k }) => k);
}

function verdictOf(figures: { people: number; statements: number; structure: number }): Stability['verdict'] {
  if (figures.structure < PRESENT) return 'none';
  const clear = figures.people >= CLEAR.people && figures.statements >= CLEAR.statements;
  return clear ? 'clear' : 'uncertain';
}

/** A mean less its standard error, so that the seed alone does not make a verdict. */
function sure(values: readonly number[]): number {
  const usual = mean(values);
  const squares = values.reduce((sum, one) => sum + (one - usual) ** 2, 0);
  return usual - Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
}

/** The variance along the two components of a map. */
function varianceShown(matrix: VoteMatrix): number {
  const out = new Uint8Array(matrix.statements);
  const { multiply, total } = variationOfVotes(matrix, out);
  const pairs = leadingEigenpairs(multiply, matrix.statements, 2, undefined, 5e-3);
  return total > 0 ? (pairs[0]!.value + pairs[1]!.value) / total : 0;
}

function keptOf(of: Int32Array, by: Chance): Int32Array {
  return chosenFrom(of, Math.min(Math.ceil(of.length * KEPT), MOST_PEOPLE), by);
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
  const variation = variationOfVotes(sample, out, own);
  const space = opinionSpace(sample, variation, { out, countOut: false, tolerance: 1e-4 });
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

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1);
}
