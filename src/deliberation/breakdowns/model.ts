/** What people of different kinds say, without any grouping by their votes: by actor type, territory, table. */
import { groupTallies } from '../tallies/model.ts';
import {
  FEWEST_SHOWN,
  hiddenOf,
  areEnough,
  seen,
  together,
  type Votes,
  type Weighed,
} from '../told-votes/model.ts';
import type { VoteMatrix } from '../votes/model.ts';

/** Votes on a statement, weighted. */
export interface CellVotes {
  /** Participants who voted, each counted once. */
  voters: number;
  agree: number;
  disagree: number;
  pass: number;
  /** The same, each participant counted once. */
  heads: Votes;
}

export interface StatementBreakdown {
  statement: number;
  /** What each category said, by category; null where that is among the rest, or where nobody of it voted. */
  cells: (CellVotes | null)[];
  /** The categories that are too small to be shown apart, with those who have none; null where there is no such. */
  rest: (CellVotes & { categories: number[] }) | null;
}

export interface BreakdownOptions {
  /** The fewest voters of a cell, as `areEnough` counts them; 5 where nothing is said. */
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
  { threshold = FEWEST_SHOWN, weights }: BreakdownOptions = {},
): StatementBreakdown[] {
  if (categoryOf.length !== matrix.participants)
    throw new RangeError('There is a category, or none, for each participant.');
  // Who has no category is counted as one more, which is never shown apart.
  const places = categoryOf.map((category) =>
    category < 0 || category >= categories ? categories : category,
  );
  const heads = groupTallies(matrix, places, categories + 1);
  const sums = weights ? groupTallies(matrix, places, categories + 1, weights) : heads;
  return Array.from({ length: matrix.statements }, (_, statement) => {
    const all = Array.from({ length: categories + 1 }, (_, category): Weighed => {
      const at = category * matrix.statements + statement;
      return {
        votes: [sums.agree[at]!, sums.disagree[at]!, sums.pass[at]!],
        squares: sums.squares[at]!,
        heads: [heads.agree[at]!, heads.disagree[at]!, heads.pass[at]!],
      };
    });
    return merged(statement, all, threshold);
  });
}

function merged(statement: number, all: Weighed[], threshold: number): StatementBreakdown {
  const [told, none] = [all.slice(0, -1), all.at(-1)!];
  const hidden = hiddenOf(told, none, threshold);
  const rest = together([none, ...[...hidden].map((category) => told[category]!)]);
  return {
    statement,
    cells: told.map((cell, category) => (hidden.has(category) ? null : cellOf(cell))),
    rest: areEnough(rest, threshold)
      ? {
          ...cellOf(rest),
          categories: [...hidden].filter((one) => seen(told[one]!.heads) > 0).sort((a, b) => a - b),
        }
      : null,
  };
}

function cellOf({ votes: [agree, disagree, pass], heads }: Weighed): CellVotes {
  return { voters: seen(heads), agree, disagree, pass, heads };
}
