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

/** What may be told of the votes on a statement. */
export interface Cells {
  /** Of everybody, each counted once. */
  total: Votes;
  /** Whether those without a group are not in the total. */
  uncounted: boolean;
  /** By group, weighted; null where that is not shown. */
  groups: (Votes | null)[];
  /** Of all other groups, by group; null where its own are. */
  others: (Votes | null)[];
}

/**
 * What may be told by statement. Groups of which fewer than five people answered are not shown, nor the next smallest
 * until five or more are hidden together; those without a group are not counted beside groups where they are fewer than
 * five. So no sum of what is shown leaves fewer than five people.
 */
export function cellsOf(analysis: Analysis, grouped: boolean): Cells[] {
  const k = grouped ? analysis.k : 0;
  const heads = groupTallies(analysis.state.matrix, analysis.groupOf, k);
  return Array.from({ length: analysis.counts.statements }, (_, at): Cells => {
    const all = totals(analysis, at);
    const people = Array.from({ length: k }, (_, group): Votes => {
      const cell = group * heads.statements + at;
      return [heads.agree[cell]!, heads.disagree[cell]!, heads.pass[cell]!];
    });
    const hidden = hiddenOf(people.map(seen));
    const own = people.map((_, group) => (hidden.has(group) ? null : votesOf(analysis, group, at)));
    const placed = sum(people);
    const left = seen(all) - seen(placed);
    const uncounted = own.some((votes) => votes !== null) && left > 0 && left < FEWEST_SHOWN;
    const others = own.map((votes, group) => {
      const rest = people.flatMap((_, other) => (other === group ? [] : [votesOf(analysis, other, at)]));
      return votes && seen(placed) > seen(people[group]!) ? sum(rest) : null;
    });
    return { total: uncounted ? placed : all, uncounted, groups: own, others };
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
  const { agree, disagree, pass } = analysis.groups[group]!;
  return [Math.round(agree[at]!), Math.round(disagree[at]!), Math.round(pass[at]!)];
}

function sum(all: Votes[]): Votes {
  return all.reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0] as Votes);
}
