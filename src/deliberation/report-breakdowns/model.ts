/** What a report tells by actor type and by territory, without grouping people by their votes. */
import type { CellVotes, StatementBreakdown } from '../breakdowns/model.ts';
import { leavesFew } from '../cross-tables/model.ts';
import type { VoteMatrix } from '../votes/model.ts';
import { apart, FEWEST_SHOWN, inTenths, type Told, type Votes } from '../told-votes/model.ts';

/** The most statements of each. */
const MOST = 5;
const LONGEST = 1_000;

/** What people of different kinds say, without grouping them by their votes. */
export interface ReportBreakdown {
  by: 'actor_type' | 'territory';
  /** The kinds, in the words of whoever told them. */
  names: string[];
  /** The statements they answer most differently; `rest` are the kinds that are too small, put together. */
  statements: { statement: number; cells: (Votes | null)[]; rest: Votes | null }[];
}

/** Votes by actor type or territory, as `breakdown` counts them. */
export interface BreakdownSource {
  by: ReportBreakdown['by'];
  /** What each category is called. */
  names: readonly string[];
  statements: readonly StatementBreakdown[];
  /** The category of each participant by row, below 0 for none. */
  of: Int32Array;
}

/**
 * The statements that kinds of people answer most differently. What two tables of one statement tell together is no
 * more than either tells: where a few people would be left between kinds of both, the second is left out.
 * @param matrix the votes that were counted
 * @param heard those of which so much may be told, by index
 * @param tenths whether votes are told in tenths
 */
export function breakdownsTold(
  sources: readonly BreakdownSource[],
  matrix: VoteMatrix,
  heard: readonly number[],
  tenths: boolean,
): ReportBreakdown[] {
  const asked = new Set(heard);
  const before = new Map<number, Map<number, number>[]>();
  return sources.map(({ by, names, statements, of }) => {
    const told = statements
      .filter(({ statement, cells, rest }) => asked.has(statement) && !hasFew([...cells, rest]))
      .map(({ statement, cells, rest }) => {
        const own = { cells: cells.map((cell) => toldOf(cell, tenths)), rest: toldOf(rest, tenths) };
        return { statement, ...own, apart: apart([...own.cells, own.rest]) };
      })
      .filter(({ apart }) => apart > 0)
      .sort((a, b) => b.apart - a.apart || a.statement - b.statement)
      .filter(({ statement, cells }) => {
        const others = before.get(statement);
        if (!others) return true;
        const own = partsOf(matrix, statement, of, cells);
        return others.every((other) => !crossesFew(own, other));
      })
      .slice(0, MOST);
    for (const { statement, cells } of told)
      before.set(statement, [...(before.get(statement) ?? []), partsOf(matrix, statement, of, cells)]);
    const shown = told.map(({ statement, cells, rest }) => ({
      statement,
      cells: cells.map((cell) => cell && cell.votes),
      rest: rest && rest.votes,
    }));
    return { by, names: names.map(plain), statements: shown };
  });
}

/** The part in which each voter's answer is told, by row; -1 for the rest. */
function partsOf(
  { participants, rowStarts, columns }: VoteMatrix,
  statement: number,
  of: Int32Array,
  cells: readonly (Told | null)[],
): Map<number, number> {
  const parts = new Map<number, number>();
  for (let row = 0; row < participants; row += 1)
    if (columns.subarray(rowStarts[row], rowStarts[row + 1]).includes(statement))
      parts.set(row, cells[of[row]!] ? of[row]! : -1);
  return parts;
}

function crossesFew(own: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): boolean {
  return leavesFew(
    [...own.values()],
    [...own.keys()].map((row) => other.get(row)!),
    FEWEST_SHOWN,
  );
}

/** Whether a cell is smaller than may be shown: its votes would follow from the others. */
function hasFew(cells: readonly (CellVotes | null)[]): boolean {
  return cells.some((cell) => cell !== null && cell.voters > 0 && cell.voters < FEWEST_SHOWN);
}

function toldOf(cell: CellVotes | null, tenths: boolean): Told | null {
  if (!cell || cell.voters === 0) return null;
  const votes: Votes = [cell.agree, cell.disagree, cell.pass];
  return { votes: tenths ? inTenths(votes) : (votes.map(Math.round) as Votes), heads: cell.heads };
}

/** One line of well-formed text without controls, those of direction included; long ones end in an ellipsis. */
export function plain(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST)
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('').trimEnd()}…` : line;
}
