/** What people of different kinds say, without any grouping by their votes: by actor type, territory, table. */
import { groupTallies } from '../tallies/model.ts';
import type { VoteMatrix } from '../votes/model.ts';

/** Below as many participants, what they said is not shown apart. */
export const SMALLEST_CELL = 5;

/** Votes on a statement, weighted. */
export interface CellVotes {
  /** Participants who voted, each counted once. */
  voters: number;
  agree: number;
  disagree: number;
  pass: number;
}

export interface StatementBreakdown {
  statement: number;
  /** What each category said, by category; null where that is among the rest, or where nobody of it voted. */
  cells: (CellVotes | null)[];
  /** The categories that are too small to be shown apart, with those who have none; null where there is no such. */
  rest: (CellVotes & { categories: number[] }) | null;
}

export interface BreakdownOptions {
  /** The fewest voters of a cell; 5 where nothing is said. */
  threshold?: number;
  /** How many people each participant speaks for, by row. */
  weights?: Float64Array;
}

/**
 * Votes by category and statement. Cells with fewer voters than the threshold are merged, and the next smallest with
 * them until the merged one reaches it, so that no small cell follows from the others and the total. Where all of them
 * together stay below it, nothing is said of the statement but `rest: null` and no cells.
 * @param categoryOf the category of each participant by row, below 0 for none
 * @throws RangeError where `categoryOf` has another length than there are participants
 */
export function breakdown(
  matrix: VoteMatrix,
  categoryOf: Int32Array,
  categories: number,
  { threshold = SMALLEST_CELL, weights }: BreakdownOptions = {},
): StatementBreakdown[] {
  if (categoryOf.length !== matrix.participants)
    throw new RangeError('There is a category, or none, for each participant.');
  // Who has no category is counted as one more, which is never shown apart.
  const cellOf = categoryOf.map((category) =>
    category < 0 || category >= categories ? categories : category,
  );
  const heads = groupTallies(matrix, cellOf, categories + 1);
  const sums = weights ? groupTallies(matrix, cellOf, categories + 1, weights) : heads;
  return Array.from({ length: matrix.statements }, (_, statement) => {
    const all = Array.from({ length: categories + 1 }, (_, category): CellVotes => {
      const at = category * matrix.statements + statement;
      return {
        voters: heads.agree[at]! + heads.disagree[at]! + heads.pass[at]!,
        agree: sums.agree[at]!,
        disagree: sums.disagree[at]!,
        pass: sums.pass[at]!,
      };
    });
    return merged(statement, all, threshold);
  });
}

function merged(statement: number, all: CellVotes[], threshold: number): StatementBreakdown {
  const none = all.length - 1;
  const bySize = [...all.keys()]
    .filter((category) => category !== none && all[category]!.voters > 0)
    .sort((a, b) => all[a]!.voters - all[b]!.voters || a - b);
  const hidden = all[none]!.voters > 0 ? [none] : [];
  let voters = all[none]!.voters;
  for (const category of bySize) {
    const isSmall = all[category]!.voters < threshold;
    if (!isSmall && (voters === 0 || voters >= threshold)) break;
    hidden.push(category);
    voters += all[category]!.voters;
  }
  const apart = all.slice(0, none).map((cell, category) => {
    return cell.voters === 0 || hidden.includes(category) ? null : cell;
  });
  if (voters < threshold) return { statement, cells: apart, rest: null };
  const rest = {
    voters,
    agree: 0,
    disagree: 0,
    pass: 0,
    categories: hidden.filter((one) => one !== none).sort((a, b) => a - b),
  };
  for (const category of hidden) {
    rest.agree += all[category]!.agree;
    rest.disagree += all[category]!.disagree;
    rest.pass += all[category]!.pass;
  }
  return { statement, cells: apart, rest };
}
