/** What pairs of statements were answered together, from which the covariance of opinions follows exactly. */
import type { VoteMatrix } from '../votes/model.ts';

/** With more statements the sums take more room than what they spare. */
const MOST_STATEMENTS = 1_000;
/** Numbers for each pair, beside each other since they are needed together. */
const PARTS = 4;

/**
 * Sums over the participants who answered both i and j, for i ≤ j at `4 * (i * size + j)`: how many there are, the
 * sums of their votes on i and on j, and of the products of both. Each participant counts by weight; without weights
 * sums are whole, so that adding and taking away leaves no trace.
 */
export interface CoVotes {
  size: number;
  sums: Int32Array | Float64Array;
}

/** Products of a symmetric matrix with vectors, and what it is about. */
export interface Variation {
  /** The mean vote on each statement; 0 where nobody voted or it is left out. */
  centre: Float64Array;
  /** The sum of squares about the means. */
  total: number;
  multiply(vector: Float64Array, into: Float64Array): void;
}

/** The sums of all rows, in the time of the squares of their lengths; nothing where there are too many statements. */
export function coVotes(matrix: VoteMatrix, weights?: Float64Array): CoVotes | undefined {
  const size = matrix.statements;
  if (size > MOST_STATEMENTS) return undefined;
  const length = size * size * PARTS;
  const found = { size, sums: weights ? new Float64Array(length) : new Int32Array(length) };
  for (let row = 0; row < matrix.participants; row += 1) addRow(found, matrix, row, weights?.[row] ?? 1);
  return found;
}

/** The sums after votes changed, from those before; only rows that differ are looked at again. */
export function coVotesAfter(
  before: CoVotes | undefined,
  old: VoteMatrix,
  now: VoteMatrix,
): CoVotes | undefined {
  if (!before || now.statements > MOST_STATEMENTS) return coVotes(now);
  const found = grown(before, now.statements);
  for (let row = 0; row < now.participants; row += 1) {
    if (isSameRow(old, now, row)) continue;
    if (row < old.participants) addRow(found, old, row, -1);
    addRow(found, now, row, 1);
  }
  return found;
}

function addRow({ size, sums }: CoVotes, matrix: VoteMatrix, row: number, weight: number): void {
  const { rowStarts, columns, values } = matrix;
  const end = rowStarts[row + 1]!;
  for (let at = rowStarts[row]!; at < end; at += 1) {
    const base = columns[at]! * size;
    const vote = values[at]! * weight;
    for (let other = at; other < end; other += 1) {
      const cell = (base + columns[other]!) * PARTS;
      const beside = values[other]!;
      sums[cell]! += weight;
      sums[cell + 1]! += vote;
      sums[cell + 2]! += beside * weight;
      sums[cell + 3]! += vote * beside;
    }
  }
}

function grown({ size: old, sums }: CoVotes, size: number): CoVotes {
  if (old === size) return { size, sums: sums.slice() };
  const length = size * size * PARTS;
  const wider = sums instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
  for (let row = 0; row < old; row += 1)
    wider.set(sums.subarray(row * old * PARTS, (row + 1) * old * PARTS), row * size * PARTS);
  return { size, sums: wider };
}

function isSameRow(old: VoteMatrix, now: VoteMatrix, row: number): boolean {
  const start = now.rowStarts[row]!;
  const length = now.rowStarts[row + 1]! - start;
  if (row >= old.participants) return length === 0;
  const from = old.rowStarts[row]!;
  if (old.rowStarts[row + 1]! - from !== length) return false;
  for (let at = 0; at < length; at += 1)
    if (
      old.columns[from + at] !== now.columns[start + at] ||
      old.values[from + at] !== now.values[start + at]
    )
      return false;
  return true;
}

/**
 * Sums of squares and products of votes about each statement's mean, an unanswered statement standing at its mean
 * (what Polis does before it looks for components: polismath/math/conversation.clj, `mat`), from the sums of pairs.
 * @param out 1 for statements that are left out
 */
export function variationOfSums({ size, sums }: CoVotes, out: Uint8Array): Variation {
  const centre = Float64Array.from({ length: size }, (_, i) => {
    const cell = (i * size + i) * PARTS;
    return out[i] || sums[cell] === 0 ? 0 : sums[cell + 1]! / sums[cell]!;
  });
  const matrix = new Float64Array(size * size);
  let total = 0;
  for (let i = 0; i < size; i += 1) {
    if (out[i]) continue;
    for (let j = i; j < size; j += 1) {
      if (out[j]) continue;
      const cell = (i * size + j) * PARTS;
      const a = centre[i]!;
      const b = centre[j]!;
      const value = sums[cell + 3]! - b * sums[cell + 1]! - a * sums[cell + 2]! + a * b * sums[cell]!;
      matrix[i * size + j] = value;
      matrix[j * size + i] = value;
      if (i === j) total += value;
    }
  }
  const multiply = (vector: Float64Array, into: Float64Array) => {
    for (let i = 0; i < size; i += 1) {
      let sum = 0;
      const base = i * size;
      for (let j = 0; j < size; j += 1) sum += matrix[base + j]! * vector[j]!;
      into[i] = sum;
    }
  };
  return { centre, total, multiply };
}

/** The same from the votes themselves, which are gone through for each product. */
export function variationOfVotes(matrix: VoteMatrix, out: Uint8Array, weights?: Float64Array): Variation {
  const { participants, statements, rowStarts, columns, values } = matrix;
  const [seen, sums] = [new Float64Array(statements), new Float64Array(statements)];
  for (let row = 0; row < participants; row += 1) {
    const weight = weights?.[row] ?? 1;
    for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at += 1) {
      seen[columns[at]!]! += weight;
      sums[columns[at]!]! += values[at]! * weight;
    }
  }
  const centre = sums.map((sum, at) => (out[at] || seen[at] === 0 ? 0 : sum / seen[at]!));
  // What each vote lies beside the mean, 0 for what is left out.
  const beside = Float64Array.from(values, (vote, at) => {
    const column = columns[at]!;
    return out[column] ? 0 : vote - centre[column]!;
  });
  let total = 0;
  for (let row = 0; row < participants; row += 1)
    for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at += 1)
      total += (weights?.[row] ?? 1) * beside[at]! * beside[at]!;
  const multiply = (vector: Float64Array, into: Float64Array) => {
    into.fill(0);
    for (let row = 0; row < participants; row += 1) {
      const start = rowStarts[row]!;
      const end = rowStarts[row + 1]!;
      let share = 0;
      for (let at = start; at < end; at += 1) share += beside[at]! * vector[columns[at]!]!;
      if (weights) share *= weights[row]!;
      for (let at = start; at < end; at += 1) into[columns[at]!]! += beside[at]! * share;
    }
  };
  return { centre, total, multiply };
}
