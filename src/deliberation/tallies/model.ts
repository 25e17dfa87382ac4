/** Votes counted by group and statement. */
import type { Tallies, VoteMatrix } from '../votes/model.ts';

/**
 * Weighted sums of last votes of `groups` groups; that of group g on statement s stands at `g * statements + s`.
 * Without weights they are numbers of people.
 */
export interface GroupTallies {
  groups: number;
  statements: number;
  agree: Float64Array;
  disagree: Float64Array;
  pass: Float64Array;
  /** The sum of squared weights of those who voted: what an effective number of votes is made of. */
  squares: Float64Array;
}

/** What tests need to know of votes on one statement. */
export interface Counts {
  agree: number;
  disagree: number;
  /** All who voted, passes included. */
  seen: number;
}

/** Counts the votes of each group; people whose group is below 0 are left out. */
export function groupTallies(
  matrix: VoteMatrix,
  groupOf: Int32Array,
  groups: number,
  weights?: Float64Array,
): GroupTallies {
  const size = groups * matrix.statements;
  const sums = () => new Float64Array(size);
  const tallies = { agree: sums(), disagree: sums(), pass: sums(), squares: sums() };
  for (let row = 0; row < matrix.participants; row += 1) {
    const group = groupOf[row]!;
    if (group < 0) continue;
    const weight = weights?.[row] ?? 1;
    for (let at = matrix.rowStarts[row]!; at < matrix.rowStarts[row + 1]!; at += 1) {
      const cell = group * matrix.statements + matrix.columns[at]!;
      const vote = matrix.values[at]!;
      const into = vote === 1 ? tallies.agree : vote === -1 ? tallies.disagree : tallies.pass;
      into[cell]! += weight;
      tallies.squares[cell]! += weight * weight;
    }
  }
  return { groups, statements: matrix.statements, ...tallies };
}

/** Everybody's votes as those of one group, each counted once. */
export function ofEverybody(tallies: Tallies): GroupTallies {
  const [agree, disagree, pass] = [tallies.agree, tallies.disagree, tallies.pass].map((counts) =>
    Float64Array.from(counts),
  ) as [Float64Array, Float64Array, Float64Array];
  const squares = agree.map((count, at) => count + disagree[at]! + pass[at]!);
  return { groups: 1, statements: agree.length, agree, disagree, pass, squares };
}

/**
 * The votes of some groups on a statement, as if each had been one person's: the shares of the weighted votes, of as
 * many votes as their weights are worth, (Σw)² / Σw² (L. Kish, Survey Sampling, 1965). A rapporteur for six people
 * speaks with their weight, and is one observation.
 */
export function countsOf(tallies: GroupTallies, groups: readonly number[], statement: number): Counts {
  let [agree, disagree, seen, squares] = [0, 0, 0, 0];
  for (const group of groups) {
    const cell = group * tallies.statements + statement;
    agree += tallies.agree[cell]!;
    disagree += tallies.disagree[cell]!;
    seen += tallies.agree[cell]! + tallies.disagree[cell]! + tallies.pass[cell]!;
    squares += tallies.squares[cell]!;
  }
  const worth = squares > 0 ? seen / squares : 1;
  return { agree: agree * worth, disagree: disagree * worth, seen: seen * worth };
}
