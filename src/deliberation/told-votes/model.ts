/** What may be told of votes, so that those of fewer than five people follow from nothing that is told. */
import type { Analysis } from '../analyses/model.ts';
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

function totals({ tallies }: Analysis, at: number): Votes {
  return [tallies.agree[at]!, tallies.disagree[at]!, tallies.pass[at]!];
}

const NONE: Votes = [0, 0, 0];

/** What may be told of the votes on a statement. */
export interface Cells {
  /** Of everybody, weighted; no votes where fewer than five people answered. */
  total: Votes;
  /** Those of the total, each participant counted once. */
  heads: Votes;
  /** Whether those without a group are not in the total. */
  uncounted: boolean;
  /** By group, weighted; null where that is not shown. */
  groups: (Votes | null)[];
  /** Of all other groups, by group; null where its own are. */
  others: (Votes | null)[];
}

/**
 * What may be told by statement. A group of fewer than five people is told like those without a group, who are not
 * counted beside groups where fewer than five of them answered. Of the other groups, those of which fewer than five
 * people answered are not shown, nor the next smallest until five or more are hidden together. So no sum of what is
 * shown leaves fewer than five people. Where fewer than five answered in all, nothing is told. People are participants:
 * who speaks for six is one of them.
 * @param weights those of the analysis
 */
export function cellsOf(analysis: Analysis, grouped: boolean, weights?: Float64Array): Cells[] {
  const { matrix } = analysis.state;
  const k = grouped ? analysis.k : 0;
  const described = Array.from({ length: k }, (_, group) => analysis.groups[group]!.size >= FEWEST_SHOWN);
  const heads = groupTallies(matrix, analysis.groupOf, k);
  const spoken = weights && groupTallies(matrix, new Int32Array(matrix.participants), 1, weights);
  return Array.from({ length: analysis.counts.statements }, (_, at): Cells => {
    const all = totals(analysis, at);
    const people = described.map((is, group): Votes => {
      const cell = group * heads.statements + at;
      return is ? [heads.agree[cell]!, heads.disagree[cell]!, heads.pass[cell]!] : NONE;
    });
    const votes = described.map((is, group) => (is ? votesOf(analysis, group, at) : NONE));
    const hidden = hiddenOf(people.map(seen));
    const own = votes.map((cell, group) => (hidden.has(group) ? null : cell));
    const placed = sum(people);
    const left = seen(all) - seen(placed);
    const uncounted = own.some((cell) => cell !== null) && left > 0 && left < FEWEST_SHOWN;
    const others = own.map((cell, group) =>
      cell && seen(placed) > seen(people[group]!) ? sum(votes.filter((_, other) => other !== group)) : null,
    );
    const counted = uncounted ? placed : all;
    const weighted = (): Votes => (uncounted ? sum(votes) : whole(spoken!, at));
    const total = seen(counted) < FEWEST_SHOWN ? NONE : spoken ? weighted() : counted;
    return { total, heads: total === NONE ? NONE : counted, uncounted, groups: own, others };
  });
}

/** The groups that are not shown, by how many of each answered. */
function hiddenOf(people: readonly number[]): Set<number> {
  const hidden = new Set<number>();
  let together = 0;
  for (const group of [...people.keys()].sort((a, b) => people[a]! - people[b]! || a - b)) {
    const few = people[group]! < FEWEST_SHOWN;
    if (!few && (together === 0 || together >= FEWEST_SHOWN)) break;
    hidden.add(group);
    together += people[group]!;
  }
  return hidden;
}

function votesOf(analysis: Analysis, group: number, at: number): Votes {
  return whole(analysis.groups[group]!, at);
}

function whole(
  { agree, disagree, pass }: Record<'agree' | 'disagree' | 'pass', Float64Array>,
  at: number,
): Votes {
  return [Math.round(agree[at]!), Math.round(disagree[at]!), Math.round(pass[at]!)];
}

function sum(all: Votes[]): Votes {
  return all.reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0] as Votes);
}
