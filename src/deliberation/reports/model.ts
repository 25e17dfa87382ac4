/** What a report of a debate says, in no language: figures, statements by index, and a map without names. */
import type { Analysis } from '../analyses/model.ts';
import { SIGNIFICANT, shareTest, smoothedShare } from '../proportion-tests/model.ts';
import {
  breakdownsTold,
  plain,
  type BreakdownSource,
  type ReportBreakdown,
} from '../report-breakdowns/model.ts';
import { mapOf, type ReportMap } from '../report-maps/model.ts';
import { numbersNearlyAsGood } from '../stability/model.ts';
import {
  apart,
  cellsOf,
  FEWEST_SHOWN,
  isUneven,
  seen,
  type Cells,
  type Told,
  type Votes,
} from '../told-votes/model.ts';

export { FEWEST_SHOWN, seen, type Votes } from '../told-votes/model.ts';

/** Statements with fewer votes are named as uncertain; in rooms of fewer than twice as many people, half of those. */
const FEW_VOTES = 10;
/** The most statements that a part of the report names. */
const MOST = { everywhere: 5, mostly: 3, divides: 5 };
/** How far means of votes, from -1 to 1, must be apart for a statement to divide. */
const APART = 0.4;
/** Of how many people on each side a statement divides a room without groups. */
const TWO_MINDS = 0.3;

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
  /** How many participants are in it; null where they are fewer than five. */
  people: number | null;
  /** How many people they speak for, where some speak for several and there are five or more. */
  weight?: number;
  /** How much of it was found again with other people, from 0 to 1. */
  steadiness: number | null;
  says: Saying[];
  /** Whether it says more that is left out, because too few said so or could be told by it. */
  withheld?: boolean;
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
  /** Whether only statements that moderators accepted were analysed; not told by earlier reports. */
  strict?: boolean;
  mode: Analysis['mode'];
  seed: number;
  /** Whether some participants speak for several people. */
  weighted: boolean;
  /** Whether votes are shares in tenths, because some ballots weigh more than others; not told by earlier reports. */
  tenths?: boolean;
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
  /** Whether moderation was strict. */
  strict?: boolean | undefined;
  /** How many people each participant speaks for, by row, where some speak for several; those of the analysis. */
  weights?: Float64Array | undefined;
  breakdowns?: BreakdownSource[] | undefined;
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
  const people = { people: counts.participants, ...heardIn(analysis) };
  const isFew = isTooFew({ counts: people });
  const cells = cellsOf(analysis, shown, weights);
  const uncounted = [...cells.keys()].filter((at) => cells[at]!.uncounted);
  const told = Array.from({ length: counts.statements }, (_, at): ReportStatement => {
    const { id, text } = statements[at] ?? {};
    return {
      number: String(id ?? at + 1),
      text: out[at] ? '' : plain(text ?? ''),
      out: out[at] === 1,
      votes: cells[at]!.total.votes,
    };
  });
  const votesNeeded = Math.max(FEWEST_SHOWN, Math.min(FEW_VOTES, Math.ceil(counts.participants / 2)));
  const heard = [...told.keys()].filter((at) => !out[at] && seen(cells[at]!.total.heads) >= votesNeeded);
  // Kinds of people add up to everybody, and so to those who are not counted.
  const counted = heard.filter((at) => !cells[at]!.uncounted);
  const groups = shown ? analysis.groups.map((_, group) => group) : [];
  // What holds in every group is asked of those that are described.
  const described = groups.filter((group) => analysis.groups[group]!.size >= FEWEST_SHOWN);
  const map = counts.placed < FEWEST_SHOWN ? null : mapOf(analysis, groupOf);
  const unites = uniting(cells, heard, described);
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
    ...(extras.strict && { strict: true }),
    mode: analysis.mode,
    seed: extras.seed ?? 1,
    weighted: weights !== undefined,
    tenths: isUneven(weights),
    verdict: isFew ? 'few' : verdictOf(analysis, map),
    ...(shown && { sureness: surenessOf(analysis) }),
    groups: groups.map((group) => groupOfReport(analysis, cells, group, weights)),
    map,
    unites,
    divides: shown ? dividing(cells, heard) : ofTwoMinds(told, heard, unites),
    uncounted,
    fewVotes: isFew
      ? []
      : [...told.keys()].filter((at) => !out[at] && seen(cells[at]!.total.heads) < votesNeeded),
    votesNeeded,
    breakdowns: breakdownsTold(extras.breakdowns ?? [], analysis.state.matrix, counted, isUneven(weights)),
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

/** How many last votes there are on the statements that count, and how many people have none on them. */
function heardIn({ state: { matrix }, out }: Analysis): Pick<ReportData['counts'], 'votes' | 'noVote'> {
  let [votes, noVote] = [0, 0];
  for (let row = 0; row < matrix.participants; row += 1) {
    const own = matrix.columns.subarray(matrix.rowStarts[row], matrix.rowStarts[row + 1]);
    const heard = own.reduce((sum, column) => sum + 1 - out[column]!, 0);
    votes += heard;
    if (heard === 0) noVote += 1;
  }
  return { votes, noVote };
}

/** How many people those who voted speak for. */
function spokenFor({ placements }: Analysis, weights: Float64Array): number {
  const spoken = weights.filter((_, row) => placements.reasons[row] !== 'no vote');
  return Math.round(spoken.reduce((sum, one) => sum + one, 0));
}

function verdictOf({ stability, counts }: Analysis, map: ReportMap | null): ReportData['verdict'] {
  if (counts.included === 0) return 'untold';
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
    // What a group says more often than others tells of these: where they are too few, of nobody else.
    return own && others[group]
      ? [{ statement, side, own: own.votes, others: votesOf(others[group]), groups: groups.map(votesOf) }]
      : [];
  });
  return {
    people: size < FEWEST_SHOWN ? null : size,
    ...(weights && size >= FEWEST_SHOWN && { weight: Math.round(weight) }),
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
    const { total: all, groups } = cells[statement]!;
    const parts = described.map((group) => groups[group]!);
    const side = all.votes[0] >= all.votes[1] ? 'agree' : 'disagree';
    const isHalved = ({ votes }: Told) => saying(votes, side) <= seen(votes) / 2;
    // How sure a majority is follows from how many answered, not from how many they speak for.
    if (!isMost(all.heads, side) || isHalved(all)) return [];
    // Of a group that is not described nobody learns whether it holds in it as well.
    const isAsked = parts.length === groups.length;
    const everywhere = isAsked && parts.every((told) => told !== null && !isHalved(told));
    const weight = (parts.length > 0 ? parts : [all]).reduce((p, told) => p * shareOf(told, side), 1);
    return [{ statement, side, everywhere, groups: groups.map(votesOf), weight }];
  });
  found.sort((a, b) => b.weight - a.weight || a.statement - b.statement);
  const of = (everywhere: boolean, most: number) =>
    found.filter((one) => one.everywhere === everywhere).slice(0, most);
  return [...of(true, MOST.everywhere), ...of(false, MOST.mostly)].map(({ weight: _, ...one }) => one);
}

/** The share that says so, smoothed for as many as answered; a half of who is not told. */
function shareOf(told: Told | null, side: Side): number {
  if (!told) return smoothedShare(0, 0);
  const heads = seen(told.heads);
  return smoothedShare((heads * saying(told.votes, side)) / seen(told.votes), heads);
}

function votesOf(told: Told | null | undefined): Votes | null {
  return told ? told.votes : null;
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
    .map(({ statement, groups }) => ({ statement, groups: groups.map(votesOf) }));
}

/** Where there are no groups: statements with many on either side, the most even first. */
function ofTwoMinds(
  told: readonly ReportStatement[],
  heard: readonly number[],
  unites: readonly Uniting[],
): Dividing[] {
  const united = new Set(unites.map(({ statement }) => statement));
  const lesser = (at: number) => {
    const { votes } = told[at]!;
    return Math.min(votes[0], votes[1]) / seen(votes);
  };
  return heard
    .filter((at) => lesser(at) >= TWO_MINDS && !united.has(at))
    .sort((a, b) => lesser(b) - lesser(a) || a - b)
    .slice(0, MOST.divides)
    .map((statement) => ({ statement, groups: [] }));
}
