import type { Chance } from '../chance/model.ts';
import type { VoteMatrix } from '../votes/model.ts';

/** The votes of some people on some statements; rows stand as they are named; columns ascend. */
export function sampled(matrix: VoteMatrix, rows: Int32Array, columns: Int32Array): VoteMatrix {
  const place = new Int32Array(matrix.statements).fill(-1);
  columns.forEach((column, at) => (place[column] = at));
  let length = 0;
  for (const row of rows) length += matrix.rowStarts[row + 1]! - matrix.rowStarts[row]!;
  const found = { columns: new Int32Array(length), values: new Int8Array(length) };
  const rowStarts = new Int32Array(rows.length + 1);
  let end = 0;
  rows.forEach((row, at) => {
    for (let from = matrix.rowStarts[row]!; from < matrix.rowStarts[row + 1]!; from += 1) {
      const column = place[matrix.columns[from]!]!;
      if (column < 0) continue;
      found.columns[end] = column;
      found.values[end] = matrix.values[from]!;
      end += 1;
    }
    rowStarts[at + 1] = end;
  });
  return {
    participants: rows.length,
    statements: columns.length,
    rowStarts,
    columns: found.columns.subarray(0, end),
    values: found.values.subarray(0, end),
  };
}

/**
 * The same votes dealt out anew among those who answered each statement: who answered what, and what each statement
 * got, stay as they are; nothing is left of who votes alike.
 */
export function permuted(matrix: VoteMatrix, by: Chance): VoteMatrix {
  const { statements, columns } = matrix;
  const places: number[][] = Array.from({ length: statements }, () => []);
  columns.forEach((column, at) => places[column]!.push(at));
  const values = matrix.values.slice();
  for (const of of places) {
    for (let last = of.length - 1; last > 0; last -= 1) {
      const other = by.below(last + 1);
      const moved = values[of[last]!]!;
      values[of[last]!] = values[of[other]!]!;
      values[of[other]!] = moved;
    }
  }
  return { ...matrix, values };
}
