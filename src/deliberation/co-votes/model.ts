/** What pairs of statements were answered together, from which the covariance of opinions follows exactly. */
import type { VoteMatrix } from '../votes/model.ts';

/**
 * Sums over the participants who answered both i and j, at `i * size + j`: how many there are, the sum of their votes
 * on i, and of the product of their votes. Each participant counts by weight; sums of whole weights are exact, so
 * that adding and taking away leaves no trace.
 */
export interface CoVotes {
  size: number;
  together: Float64Array;
  first: Float64Array;
  product: Float64Array;
}

/** The sums of all rows. Time in the sum of the squares of row lengths. */
export function coVotes(matrix: VoteMatrix, weights?: Float64Array): CoVotes {
  const sums = noCoVotes(matrix.statements);
  for (let row = 0; row < matrix.participants; row += 1) addRow(sums, matrix, row, weights?.[row] ?? 1);
  mirror(sums);
  return sums;
}

/** The sums after votes changed, from those before; only rows that differ are looked at again. */
export function coVotesAfter(before: CoVotes, old: VoteMatrix, now: VoteMatrix): CoVotes {
  const sums = grown(before, now.statements);
  for (let row = 0; row < now.participants; row += 1) {
    if (sameRow(old, now, row)) continue;
    if (row < old.participants) addRow(sums, old, row, -1);
    addRow(sums, now, row, 1);
  }
  mirror(sums);
  return sums;
}

function noCoVotes(size: number): CoVotes {
  const empty = () => new Float64Array(size * size);
  return { size, together: empty(), first: empty(), product: empty() };
}

/** `together` and `product` are added above the diagonal only. */
function addRow(
  { size, together, first, product }: CoVotes,
  matrix: VoteMatrix,
  row: number,
  weight: number,
) {
  const { rowStarts, columns, values } = matrix;
  const end = rowStarts[row + 1]!;
  for (let at = rowStarts[row]!; at < end; at += 1) {
    const base = columns[at]! * size;
    const vote = values[at]! * weight;
    for (let other = rowStarts[row]!; other < at; other += 1) first[base + columns[other]!]! += vote;
    for (let other = at; other < end; other += 1) {
      const cell = base + columns[other]!;
      together[cell]! += weight;
      first[cell]! += vote;
      product[cell]! += vote * values[other]!;
    }
  }
}

function mirror({ size, together, product }: CoVotes): void {
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) {
      together[i * size + j] = together[j * size + i]!;
      product[i * size + j] = product[j * size + i]!;
    }
  }
}

function grown(before: CoVotes, size: number): CoVotes {
  if (before.size === size) {
    const { together, first, product } = before;
    return { size, together: together.slice(), first: first.slice(), product: product.slice() };
  }
  const sums = noCoVotes(size);
  for (const name of ['together', 'first', 'product'] as const)
    for (let row = 0; row < before.size; row += 1)
      sums[name].set(before[name].subarray(row * before.size, (row + 1) * before.size), row * size);
  return sums;
}

function sameRow(old: VoteMatrix, now: VoteMatrix, row: number): boolean {
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
