/** What a report of a debate says, in no language: figures, statements by index, and a map without names. */
import type { Analysis } from '../analyses/model.ts';
import type { CellVotes, StatementBreakdown } from '../breakdowns/model.ts';
import { SIGNIFICANT, shareTest, smoothedShare, twoShareTest } from '../proportion-tests/model.ts';
import { mapOf, type ReportMap } from '../report-maps/model.ts';
import { numbersNearlyAsGood } from '../stability/model.ts';
import { cellsOf, FEWEST_SHOWN, seen, type Cells, type Votes } from '../told-votes/model.ts';

export { FEWEST_SHOWN, seen, type Votes } from '../told-votes/model.ts';

/** Statements with fewer votes are named as uncertain; in rooms of fewer than twice as many people, half of those. */
const FEW_VOTES = 10;
/** The most statements that a part of the report names. */
const MOST = { everywhere: 5, mostly: 3, divides: 5, breakdown: 5 };
/** How far means of votes, from -1 to 1, must be apart for a statement to divide. */
const APART = 0.4;
/** Of how many people on each side a statement divides a room without groups. */
const TWO_MINDS = 0.3;
const LONGEST = 1_000;

export type Side = 'agree' | 'disagree';

export interface ReportStatement {
  /** As its source numbers it. */
  number: string;
  /** Empty where it is not known, or was left out: what moderators refused is not handed on. */
  text: string;
  /** Whether moderators left it out of the analysis. */
  out: boolean;
  /** No votes where fewer than five people answered. */
  votes: Votes;
}

/** What unites: most say the same, in every group or only over all together. */
export interface Uniting {
  statement: number;
  side: Side;
  everywhere: boolean;
  /** By group; null where nobody of it answered, or its answers or those of others could be told by it. */
  groups: (Votes | null)[];
}

export interface Dividing {
  statement: number;
  groups: (Votes | null)[];
}

/** What a group says more than others do. */
export interface Saying {
  statement: number;
  side: Side;
  own: Votes;
  others: Votes | null;
  /** What each group answers, as in {@link Uniting}; reports that were kept before do not hold it. */
  groups?: (Votes | null)[];
}

export interface ReportGroup {
  /** How many participants are in it. */
  people: number;
  /** How many people they speak for, where some speak for several. */
  weight?: number;
  /** How much of it was found again with other people, from 0 to 1. */
  steadiness: number | null;
  says: Saying[];
  /** Whether it says more that is left out, because too few said so or could be told by it. */
  withheld?: boolean;
}

/** What people of different kinds say, without grouping them by their votes. */
export interface ReportBreakdown {
  by: 'actor_type' | 'territory';
  /** The kinds, in the words of whoever told them. */
  names: string[];
  /** The statements they answer most differently; `rest` are the kinds that are too small, put together. */
  statements: { statement: number; cells: (Votes | null)[]; rest: Votes | null }[];
}

/** All that a report says; it is stored as JSON and holds no participant's identifier. */
export interface ReportData {
  version: 1;
  /** Days of the first and the last vote, where they are known. */
  when: { from: string; to: string } | null;
  /** The language of the statements (BCP 47), where it is known. */
  language: string | null;
  counts: {
    people: number;
    votes: number;
    /** Statements that were analysed, and those that moderators left out. */
    statements: number;
    leftOut: number;
    placed: number;
    tooFewVotes: number;
    noVote: number;
    /** How many people those who voted speak for, where some speak for several. */
    spokenFor?: number;
  };
  mode: Analysis['mode'];
  seed: number;
  /** Whether some participants speak for several people. */
  weighted: boolean;
  /**
   * Whether there are groups: `untold` where people or statements are too few to try, `alike` where votes are; `few`
   * where so few people voted that nothing is told of their votes.
   */
  verdict: Analysis['stability']['verdict'] | 'alike' | 'untold' | 'few';
  /**
   * Where groups are shown, how well they were found again with other people and with other statements, up to 1; which
   * numbers of groups were tried, up to the greatest, and which others are nearly as good.
   */
  sureness?: { people: number | null; statements: number | null; tried: number; others: number[] };
  /** Empty where no groups are shown. */
  groups: ReportGroup[];
  map: ReportMap | null;
  unites: Uniting[];
  divides: Dividing[];
  /**
   * Statements that so few people without a group answered that these are not counted in their votes, by index: they
   * would be what is left beside the groups.
   */
  uncounted?: number[];
  /** Statements with too few votes to say anything, by index. */
  fewVotes: number[];
  /** What counts as few. */
  votesNeeded: number;
  breakdowns: ReportBreakdown[];
  statements: ReportStatement[];
}

export interface ReportExtras {
  when?: ReportData['when'] | undefined;
  language?: string | null | undefined;
  seed?: number | undefined;
  /** How many people each participant speaks for, by row, where some speak for several; those of the analysis. */
  weights?: Float64Array | undefined;
  breakdowns?: BreakdownSource[] | undefined;
}

/** Votes by actor type or territory, as `breakdown` counts them. */
export interface BreakdownSource {
  by: ReportBreakdown['by'];
  /** What each category is called. */
  names: readonly string[];
  statements: readonly StatementBreakdown[];
}

/**
 * The report of an analysis. Groups are shown only where there are some for all that can be told, whatever the mode.
 * @param statements their texts by column; those without stand as their number
 */
export function reportOf(
  analysis: Analysis,
  statements: readonly { id?: number | string; text?: string | null }[],
  extras: ReportExtras = {},
): ReportData {
  const { counts, stability, placements, out } = analysis;
  const { weights } = extras;
  const shown = analysis.k >= 2 && stability.verdict !== 'none';
  const groupOf = shown ? analysis.groupOf : analysis.groupOf.map((group) => Math.min(group, 0));
  const reasons = (reason: string) => placements.reasons.filter((one) => one === reason).length;
  const people = { people: counts.participants, votes: counts.votes, noVote: reasons('no vote') };
  const isFew = isTooFew({ counts: people });
  const cells = cellsOf(analysis, shown, weights);
  const uncounted = [...cells.keys()].filter((at) => cells[at]!.uncounted);
  const told = Array.from({ length: counts.statements }, (_, at): ReportStatement => {
    const { id, text } = statements[at] ?? {};
    return {
      number: String(id ?? at + 1),
      text: out[at] ? '' : plain(text ?? ''),
      out: out[at] === 1,
      votes: cells[at]!.total,
    };
  });
  const votesNeeded = Math.max(FEWEST_SHOWN, Math.min(FEW_VOTES, Math.ceil(counts.participants / 2)));
  const heard = [...told.keys()].filter((at) => !out[at] && seen(cells[at]!.heads) >= votesNeeded);
  // Kinds of people add up to everybody, and so to those who are not counted.
  const counted = heard.filter((at) => !cells[at]!.uncounted);
  const groups = shown ? analysis.groups.map((_, group) => group) : [];
  // What holds in every group is asked of those that are described.
  const described = groups.filter((group) => analysis.groups[group]!.size >= FEWEST_SHOWN);
  const map = counts.placed < FEWEST_SHOWN ? null : mapOf(analysis, groupOf);
  return {
    version: 1,
    when: extras.when ?? null,
    language: extras.language ?? null,
    counts: {
      ...people,
      statements: counts.included,
      leftOut: counts.statements - counts.included,
      placed: counts.placed,
      tooFewVotes: reasons('too few votes'),
      ...(weights && { spokenFor: spokenFor(analysis, weights) }),
    },
    mode: analysis.mode,
    seed: extras.seed ?? 1,
    weighted: weights !== undefined,
    verdict: isFew ? 'few' : verdictOf(analysis, map),
    ...(shown && { sureness: surenessOf(analysis) }),
    groups: groups.map((group) => groupOfReport(analysis, cells, group, weights)),
    map,
    unites: uniting(cells, heard, described),
    divides: shown ? dividing(cells, heard) : ofTwoMinds(told, heard),
    uncounted,
    fewVotes: isFew ? [] : [...told.keys()].filter((at) => !out[at] && seen(cells[at]!.heads) < votesNeeded),
    votesNeeded,
    breakdowns: (extras.breakdowns ?? []).map((source) => breakdownOf(source, counted)),
    statements: told,
  };
}

function surenessOf({ stability, silhouettes, k }: Analysis): NonNullable<ReportData['sureness']> {
  const rounded = (share: number | null) => share && Math.round(share * 100) / 100;
  return {
    people: rounded(stability.people),
    statements: rounded(stability.statements),
    tried: Math.max(0, ...silhouettes.map((one) => one.k)),
    others: numbersNearlyAsGood(silhouettes, k),
  };
}

/** How many people those who voted speak for. */
function spokenFor({ placements }: Analysis, weights: Float64Array): number {
  const spoken = weights.filter((_, row) => placements.reasons[row] !== 'no vote');
  return Math.round(spoken.reduce((sum, one) => sum + one, 0));
}

function verdictOf({ stability, counts }: Analysis, map: ReportMap | null): ReportData['verdict'] {
  if (!map) return counts.placed >= FEWEST_SHOWN ? 'alike' : 'untold';
  return stability.rounds === 0 ? 'untold' : stability.verdict;
}

/**
 * Whether so few people voted that nothing of their votes is told: whoever knows them could tell whose they are, and one
 * of them all the more.
 */
export function isTooFew({
  counts,
}: {
  counts: Pick<ReportData['counts'], 'people' | 'votes' | 'noVote'>;
}): boolean {
  return counts.votes > 0 && counts.people - counts.noVote < FEWEST_SHOWN;
}

/** How many of these said so. */
export function saying(votes: Votes, side: Side): number {
  return side === 'agree' ? votes[0] : votes[1];
}

/** One line of well-formed text without controls, those of direction included; long ones end in an ellipsis. */
function plain(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST)
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('').trimEnd()}…` : line;
}

function groupOfReport(
  analysis: Analysis,
  cells: readonly Cells[],
  group: number,
  weights?: Float64Array,
): ReportGroup {
  const { size, weight, representative } = analysis.groups[group]!;
  const says = representative.flatMap(({ statement, for: side }): Saying[] => {
    const { groups, others } = cells[statement]!;
    const own = groups[group] ?? null;
    return own ? [{ statement, side, own, others: others[group] ?? null, groups }] : [];
  });
  return {
    people: size,
    ...(weights && { weight: Math.round(weight) }),
    steadiness: analysis.stability.groups[group] ?? null,
    says,
    withheld: says.length < representative.length,
  };
}

function isMost(votes: Votes, side: Side): boolean {
  const [count, total] = [saying(votes, side), seen(votes)];
  return count > total / 2 && shareTest(count, total) > SIGNIFICANT;
}

/**
 * What most say, significantly: first where the majority holds in every group that can be told, by the product of
 * shares over groups, then what holds over everybody only.
 */
function uniting(cells: readonly Cells[], heard: readonly number[], described: readonly number[]): Uniting[] {
  const found = heard.flatMap((statement): (Uniting & { weight: number })[] => {
    const { total: all, heads, groups } = cells[statement]!;
    const parts = described.map((group) => groups[group]!);
    const side = all[0] >= all[1] ? 'agree' : 'disagree';
    // How sure a majority is follows from how many answered, not from how many they speak for.
    if (!isMost(heads, side) || saying(all, side) <= seen(all) / 2) return [];
    const everywhere = parts.every((votes) => votes !== null && saying(votes, side) > seen(votes) / 2);
    const shares = parts.length > 0 ? parts.map((votes) => votes ?? ([0, 0, 0] as Votes)) : [all];
    const weight = shares.reduce((p, votes) => p * smoothedShare(saying(votes, side), seen(votes)), 1);
    return [{ statement, side, everywhere, groups, weight }];
  });
  found.sort((a, b) => b.weight - a.weight || a.statement - b.statement);
  const of = (everywhere: boolean, most: number) =>
    found.filter((one) => one.everywhere === everywhere).slice(0, most);
  return [...of(true, MOST.everywhere), ...of(false, MOST.mostly)].map(({ weight: _, ...one }) => one);
}

/** Statements on which two groups answer most differently, and significantly so. */
function dividing(cells: readonly Cells[], heard: readonly number[]): Dividing[] {
  return heard
    .map((statement) => {
      const { groups } = cells[statement]!;
      return { statement, groups, apart: apart(groups) };
    })
    .filter(({ apart }) => apart >= APART)
    .sort((a, b) => b.apart - a.apart || a.statement - b.statement)
    .slice(0, MOST.divides)
    .map(({ statement, groups }) => ({ statement, groups }));
}

/** The greatest difference of two means of votes, smoothed, among those that are significant; else 0. */
function apart(parts: readonly (Votes | null)[]): number {
  let most = 0;
  for (const [at, one] of parts.entries())
    for (const other of parts.slice(at + 1))
      if (one && other && differ(one, other)) most = Math.max(most, Math.abs(mean(one) - mean(other)));
  return most;
}

function mean(votes: Votes): number {
  return (votes[0] - votes[1]) / (seen(votes) + 2);
}

function differ(one: Votes, other: Votes): boolean {
  return (['agree', 'disagree'] as const).some((side) => {
    const test = twoShareTest(
      { successes: saying(one, side), trials: seen(one) },
      { successes: saying(other, side), trials: seen(other) },
    );
    return Math.abs(test) > SIGNIFICANT;
  });
}

/** Where there are no groups: statements with many on either side, the most even first. */
function ofTwoMinds(told: readonly ReportStatement[], heard: readonly number[]): Dividing[] {
  const lesser = (at: number) => {
    const { votes } = told[at]!;
    return Math.min(votes[0], votes[1]) / seen(votes);
  };
  return heard
    .filter((at) => lesser(at) >= TWO_MINDS)
    .sort((a, b) => lesser(b) - lesser(a) || a - b)
    .slice(0, MOST.divides)
    .map((statement) => ({ statement, groups: [] }));
}

function breakdownOf({ by, names, statements }: BreakdownSource, heard: readonly number[]): ReportBreakdown {
  const asked = new Set(heard);
  const told = statements
    .filter(({ statement, cells, rest }) => asked.has(statement) && !hasFew([...cells, rest]))
    .map(({ statement, cells, rest }) => {
      const own = { statement, cells: cells.map(cellVotes), rest: cellVotes(rest) };
      return { ...own, apart: apart([...own.cells, own.rest]) };
    })
    .filter(({ apart }) => apart > 0)
    .sort((a, b) => b.apart - a.apart || a.statement - b.statement)
    .slice(0, MOST.breakdown)
    .map(({ apart: _, ...own }) => own);
  return { by, names: names.map(plain), statements: told };
}

/** Whether a cell is smaller than may be shown: its votes would follow from the others. */
function hasFew(cells: readonly (CellVotes | null)[]): boolean {
  return cells.some((cell) => cell !== null && cell.voters > 0 && cell.voters < FEWEST_SHOWN);
}

function cellVotes(cell: CellVotes | null): Votes | null {
  if (!cell || cell.voters === 0) return null;
  return [Math.round(cell.agree), Math.round(cell.disagree), Math.round(cell.pass)];
}
