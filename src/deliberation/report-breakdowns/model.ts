/** What a report tells by actor type and by territory, without grouping people by their votes. */
import type { CellVotes, StatementBreakdown } from '../breakdowns/model.ts';
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
}

/**
 * The statements that kinds of people answer most differently.
 * @param heard those of which so much may be told, by index
 * @param tenths whether votes are told in tenths
 */
export function breakdownsTold(
  sources: readonly BreakdownSource[],
  heard: readonly number[],
  tenths: boolean,
): ReportBreakdown[] {
  const asked = new Set(heard);
  return sources.map(({ by, names, statements }) => {
    const told = statements
      .filter(({ statement, cells, rest }) => asked.has(statement) && !hasFew([...cells, rest]))
      .map(({ statement, cells, rest }) => {
        const own = { cells: cells.map((cell) => toldOf(cell, tenths)), rest: toldOf(rest, tenths) };
        return { statement, ...own, apart: apart([...own.cells, own.rest]) };
      })
      .filter(({ apart }) => apart > 0)
      .sort((a, b) => b.apart - a.apart || a.statement - b.statement)
      .slice(0, MOST)
      .map(({ statement, cells, rest }) => ({
        statement,
        cells: cells.map((cell) => cell && cell.votes),
        rest: rest && rest.votes,
      }));
    return { by, names: names.map(plain), statements: told };
  });
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
