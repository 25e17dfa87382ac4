/** What may be told of votes, so that those of fewer than five people follow from nothing that is told. */
import type { Analysis } from '../analyses/model.ts';
import { SIGNIFICANT, twoShareTest } from '../proportion-tests/model.ts';
import { groupTallies } from '../tallies/model.ts';

/**
 * What fewer people than this of one group said of one statement is not shown, nor what it would follow from: who
 * knows the room could tell whose votes they are.
 */
export const FEWEST_SHOWN = 5;

/** How many agree, disagree and pass. */
export type Votes = [agree: number, disagree: number, pass: number];

/** How many voted. */
export function seen([agree, disagree, pass]: Votes): number {
  return agree + disagree + pass;
}

const NONE: Votes = [0, 0, 0];
/** How many parts of a whole weighted answers are told in. */
const PARTS = 10;

/** What may be told of the votes on a statement. */
export interface Cells {
  /** Of everybody; no votes where fewer than five people answered. */
  total: Told;
  /** Whether those without a group are not in the total. */
  uncounted: boolean;
  /** By group; null where that is not shown. */
  groups: (Told | null)[];
  /** Of all other groups, by group; null where its own are. */
  others: (Told | null)[];
}

/** Votes as they are told, and those they are of, each participant counted once, which are not told. */
export interface Told {
  votes: Votes;
  heads: Votes;
}

/** Votes before they are told: sums of weights, those of squared weights, and each participant counted once. */
export interface Weighed {
  votes: Votes;
  squares: number;
  heads: Votes;
}

/** Whether some speak for more people than others: sums would then say who is in them. */
export function isUneven(weights?: Float64Array): boolean {
  return weights !== undefined && weights.some((weight) => weight !== weights[0]);
}

/**
 * Whether votes may be told: they are of five participants or more, and worth as many where some weigh more than
 * others, (Σw)² / Σw² (L. Kish, Survey Sampling, 1965). So no ballot holds half of them, and where it holds of parts, it
 * holds of all they make up together.
 */
export function areEnough({ votes, squares, heads }: Weighed, fewest = FEWEST_SHOWN): boolean {
  return seen(heads) >= fewest && seen(votes) ** 2 >= fewest * squares * (1 - 1e-9);
}

/** Votes of several together. */
export function together(all: readonly Weighed[]): Weighed {
  return {
    votes: sum(all.map(({ votes }) => votes)),
    squares: all.reduce((total, { squares }) => total + squares, 0),
    heads: sum(all.map(({ heads }) => heads)),
  };
}

/**
 * Shares in tenths that make up ten: whoever knows for how many each ballot stands could tell from sums whose they are.
 * What rounding leaves goes to the largest remainders. The same of what is in tenths already.
 */
export function inTenths(votes: Votes): Votes {
  const whole = seen(votes);
  if (whole === 0) return NONE;
  const exact = votes.map((count) => (PARTS * count) / whole);
  const tenths = exact.map((share) => Math.floor(share + 1e-9)) as Votes;
  const order = [0, 1, 2].sort((a, b) => exact[b]! - tenths[b]! - (exact[a]! - tenths[a]!) || a - b);
  for (const at of order.slice(0, PARTS - seen(tenths))) tenths[at]! += 1;
  return tenths;
}

/**
 * What may be told by statement. A group of fewer than five people is told like those without a group, who are not
 * counted beside groups where fewer than five of them answered. Of the other groups, those of which fewer than five
 * people answered are not shown, nor the next smallest until five or more are hidden together. So no sum of what is
 * shown leaves fewer than five people. Where fewer than five answered in all, nothing is told. People are participants:
 * who speaks for six is one of them, and where weights are uneven, fewer than five are also those who are worth no more
 * ({@link areEnough}); what is told is then in tenths.
 * @param weights those of the analysis
 */
export function cellsOf(analysis: Analysis, grouped: boolean, weights?: Float64Array): Cells[] {
  const { matrix } = analysis.state;
  const k = grouped ? analysis.k : 0;
  const uneven = isUneven(weights);
  const tell = ({ votes, heads }: Weighed): Told => ({
    votes: uneven ? inTenths(votes) : (votes.map(Math.round) as Votes),
    heads,
  });
  // Groups of too few people stand in one cell with those who have none.
  const cellOf = analysis.groupOf.map((group) =>
    group >= 0 && group < k && analysis.groups[group]!.size >= FEWEST_SHOWN ? group : k,
  );
  const heads = groupTallies(matrix, cellOf, k + 1);
  const sums = weights ? groupTallies(matrix, cellOf, k + 1, weights) : heads;
  return Array.from({ length: analysis.counts.statements }, (_, at): Cells => {
    const parts = Array.from({ length: k + 1 }, (_, group): Weighed => {
      const cell = group * heads.statements + at;
      return { votes: votesIn(sums, cell), squares: sums.squares[cell]!, heads: votesIn(heads, cell) };
    });
    const [people, left] = [parts.slice(0, k), parts[k]!];
    const hidden = hiddenOf(people);
    const own = people.map((cell, group) => (hidden.has(group) ? null : tell(cell)));
    const placed = together(people);
    const uncounted = own.some((cell) => cell !== null) && seen(left.heads) > 0 && !areEnough(left);
    const others = own.map((cell, group) =>
      cell && seen(placed.heads) > seen(people[group]!.heads)
        ? tell(together(people.filter((_, other) => other !== group)))
        : null,
    );
    const counted = uncounted ? placed : together(parts);
    const total = areEnough(counted) ? tell(counted) : { votes: NONE, heads: NONE };
    return { total, uncounted, groups: own, others };
  });
}

/** The groups that are not shown: those of too few, and the next smallest until together they are enough. */
export function hiddenOf(
  parts: readonly Weighed[],
  hiddenAlready?: Weighed,
  fewest = FEWEST_SHOWN,
): Set<number> {
  const hidden = new Set<number>();
  let all = together(hiddenAlready ? [hiddenAlready] : []);
  const size = (at: number) => seen(parts[at]!.heads);
  const order = [...parts.keys()].sort((a, b) => size(a) - size(b) || a - b);
  const hide = (at: number) => {
    hidden.add(at);
    all = together([all, parts[at]!]);
  };
  for (const at of order) if (!areEnough(parts[at]!, fewest)) hide(at);
  for (const at of order) {
    if (seen(all.heads) === 0 || areEnough(all, fewest)) break;
    if (!hidden.has(at)) hide(at);
  }
  return hidden;
}

function votesIn({ agree, disagree, pass }: ReturnType<typeof groupTallies>, cell: number): Votes {
  return [agree[cell]!, disagree[cell]!, pass[cell]!];
}

function sum(all: readonly Votes[]): Votes {
  return all.reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [...NONE] as Votes);
}

/** The greatest difference of two means of votes, smoothed, among those that are significant by heads; else 0. */
export function apart(parts: readonly (Told | null)[]): number {
  let most = 0;
  for (const [at, one] of parts.entries())
    for (const other of parts.slice(at + 1))
      if (one && other && differ(one, other)) most = Math.max(most, Math.abs(mean(one) - mean(other)));
  return most;
}

function mean({ votes, heads }: Told): number {
  return ((votes[0] - votes[1]) / seen(votes)) * (seen(heads) / (seen(heads) + 2));
}

function differ(one: Told, other: Told): boolean {
  return [0, 1].some((side) => {
    const counts = ({ heads }: Told) => ({ successes: heads[side]!, trials: seen(heads) });
    return Math.abs(twoShareTest(counts(one), counts(other))) > SIGNIFICANT;
  });
}
