/** Who agrees with whom in a debate: the whole analysis, step by step. */
import { baseClusters, polisBaseClusters, type BaseClusters } from '../base-clusters/model.ts';
import {
  consensus,
  groupAwareConsensus,
  type Consensus,
  type GroupAwareConsensus,
} from '../consensus/model.ts';
import { coVotes, coVotesAfter, variationOfSums, variationOfVotes, type CoVotes } from '../co-votes/model.ts';
import { numberedLike } from '../group-numbers/model.ts';
import { chooseK, groupings, type Grouping, type KHistory, type Mode } from '../opinion-groups/model.ts';
import { opinionSpace, type OpinionSpace } from '../opinion-space/model.ts';
import { placements, type Placements } from '../placements/model.ts';
import { replayed, type History } from '../replays/model.ts';
import {
  representativeStatements,
  type RepresentativeStatement,
} from '../representative-statements/model.ts';
import { stability, type Stability } from '../stability/model.ts';
import { statementPriorities } from '../statement-priorities/model.ts';
import { groupTallies, ofEverybody, type GroupTallies } from '../tallies/model.ts';
import { lastTallies, votesCast, type Tallies, type VoteMatrix } from '../votes/model.ts';

/** What moderators said of statements, by column. */
export interface Moderation {
  /** 1 accepted, 0 not looked at yet, -1 refused. */
  moderated?: Int8Array | undefined;
  /** 1 for statements about the participants themselves. */
  meta?: Uint8Array | undefined;
  /** Whether a statement must be accepted, or only not refused. */
  strict?: boolean | undefined;
}

export interface AnalysisOptions {
  /** `indimaj` where nothing is said: no groups are shown where there are none. */
  mode?: Mode | undefined;
  /** What chance begins with; the same seed gives the same answer. */
  seed?: number | undefined;
  moderation?: Moderation | undefined;
  /** How many people each participant speaks for, by row, above 0; everybody for one where nothing is said. */
  weights?: Float64Array | undefined;
  /** Votes with their times, where they are known: mode `polis` from nothing replays them, which takes a while. */
  history?: History | undefined;
}

/** The steps of an analysis, in their order. */
export const steps = ['history', 'co-votes', 'space', 'groups', 'stability', 'statements'] as const;
export type Step = (typeof steps)[number];

/** How far an analysis has come within a step. */
export interface Progress {
  step: Step;
  done: number;
  total: number;
}

export interface OpinionGroup {
  /** How many participants are in it, and how many people they speak for. */
  size: number;
  weight: number;
  centre: { x: number; y: number };
  /** Its votes by statement, weighted. */
  agree: Float64Array;
  disagree: Float64Array;
  pass: Float64Array;
  representative: RepresentativeStatement[];
}

/** Where an analysis stood, to go on from. It can be cloned and sent between threads. */
export interface AnalysisState {
  mode: Mode;
  matrix: VoteMatrix;
  /** None where there are too many statements. */
  sums: CoVotes | undefined;
  components: [Float64Array, Float64Array];
  placed: Int32Array;
  base: BaseClusters;
  /** The group of each base cluster, by k. */
  groupings: Map<number, Int32Array>;
  kHistory: KHistory | undefined;
  groupOf: Int32Array;
  /** What was judged last, of how many groups and votes. */
  judged: { stability: Stability; k: number; votes: number };
}

export interface Analysis {
  mode: Mode;
  counts: {
    participants: number;
    statements: number;
    /** Statements that were not moderated out. */
    included: number;
    /** Last votes. */
    votes: number;
    placed: number;
  };
  placements: Placements;
  /** 1 for statements that were moderated out, by column. */
  out: Uint8Array;
  space: OpinionSpace;
  base: BaseClusters;
  /** How many groups there are: 1 where there are none, 0 where nobody is placed. */
  k: number;
  /** The group of each participant by row, from 0; -1 for who is not placed. */
  groupOf: Int32Array;
  /** The mean silhouette of each number of groups that was tried. */
  silhouettes: { k: number; silhouette: number }[];
  groups: OpinionGroup[];
  /** Last votes of everybody, by statement, not weighted. */
  tallies: Tallies;
  consensus: Consensus;
  groupAwareConsensus: GroupAwareConsensus;
  /** By statement. */
  priorities: Float64Array;
  stability: Stability;
  milliseconds: Record<Step, number>;
  state: AnalysisState;
}

/** What a thread is asked, and what it tells. */
export interface Order {
  matrix: VoteMatrix;
  options?: AnalysisOptions | undefined;
  /** Where an earlier analysis of the same debate stood. */
  state?: AnalysisState | undefined;
}
export type Message = { progress: Progress } | { analysis: Analysis };

/** Rooms of so many votes are judged anew only once this share of votes has come in since, or k has changed. */
const JUDGED = { votes: 20_000, share: 0.02 };

/**
 * Analyses a debate. From an earlier state only what changed is computed again; the answer is that of an analysis from
 * nothing, but that k changes after four wins in a row, that in mode `polis` clusters go on from where they stood and who was placed stays so, and
 * that the stability of a large room is not judged anew for a few votes.
 * @param matrix that of `previous` with further votes: rows and columns keep their places
 * @param watch is told before each part of the work; what it throws ends the analysis
 * @throws RangeError where weights or moderation have another length than the matrix, or a weight is no finite number
 *   above 0
 */
export function analyse(
  matrix: VoteMatrix,
  options: AnalysisOptions = {},
  previous?: AnalysisState,
  watch: (progress: Progress) => void = () => undefined,
): Analysis {
  const mode = options.mode ?? 'indimaj';
  const seed = options.seed ?? 1;
  const { weights } = options;
  const before = previous?.mode === mode ? previous : undefined;
  checkLengths(matrix, options, before);
  const out = moderatedOut(matrix.statements, options.moderation);
  const time = stopwatch(watch);

  time('history');
  const past =
    mode === 'polis' && !before && options.history
      ? replayed(options.history, out, (done, total) => watch({ step: 'history', done, total }))
      : before;
  time('co-votes');
  // Weighted sums are not gone on from: weights may be others by now.
  const whole = before?.sums?.sums instanceof Int32Array && !weights;
  const sums = whole ? coVotesAfter(before.sums, before.matrix, matrix) : coVotes(matrix, weights);
  time('space');
  const variation = sums ? variationOfSums(sums, out) : variationOfVotes(matrix, out, weights);
  const spaceOptions = { out, countOut: mode === 'polis', start: before?.components };
  const space = opinionSpace(matrix, variation, spaceOptions);
  time('groups');
  const placement = placements(
    votesCast(matrix),
    matrix.statements,
    mode === 'polis' ? past?.placed : undefined,
  );
  const { placed } = placement;
  const base =
    mode === 'polis'
      ? polisBaseClusters(space.participants, placed, past?.base)
      : baseClusters(space.participants, placed, weights);
  const found = groupings(base, mode, seed, mode === 'polis' ? before?.groupings : undefined);
  const kHistory = chooseK(found, before?.kHistory);
  const chosen = found.find(({ k }) => k === kHistory?.chosen);
  let groupOf = peopleIn(base, chosen);
  if (before && mode !== 'polis') groupOf = numberedLike(groupOf, before.groupOf);
  time('stability');
  const groups = new Set(groupOf).size - (groupOf.includes(-1) ? 1 : 0);
  const judged = judgedNow(matrix, groupOf, chosen ? groups : 0, before, {
    seed,
    out,
    weights,
    watch: (done, total) => watch({ step: 'stability', done, total }),
  });
  time('statements');
  const hidden = mode !== 'polis' && judged.stability.verdict === 'none';
  const shown = hidden ? groupOf.map((group) => Math.min(group, 0)) : groupOf;
  const k = placed.length === 0 ? 0 : hidden || !chosen ? 1 : groups;
  const tallies = groupTallies(matrix, shown, k, weights);
  const all = lastTallies(matrix);
  const everybody = weights
    ? groupTallies(matrix, new Int32Array(matrix.participants), 1, weights)
    : ofEverybody(all);
  const about = options.moderation?.meta ?? new Uint8Array(matrix.statements);
  const representative = representativeStatements(tallies, out, mode);
  const result = {
    consensus: consensus(everybody, out),
    groupAwareConsensus: groupAwareConsensus(tallies),
    priorities: statementPriorities(tallies, space.extremity, about),
    tallies: all,
    groups: groupsOf(tallies, representative, shown, space, weights),
  };
  return {
    mode,
    counts: {
      participants: matrix.participants,
      statements: matrix.statements,
      included: out.reduce((sum, one) => sum + 1 - one, 0),
      votes: matrix.columns.length,
      placed: placed.length,
    },
    placements: placement,
    out,
    space,
    base,
    k,
    groupOf: shown,
    silhouettes: found.map(({ k, silhouette }) => ({ k, silhouette })),
    ...result,
    stability: judged.stability,
    milliseconds: time(null),
    state: {
      mode,
      matrix,
      sums,
      components: space.components,
      placed,
      base,
      groupings: new Map(found.map(({ k, clusters }) => [k, clusters.clusterOf])),
      kHistory,
      groupOf,
      judged,
    },
  };
}

/**
 * Which statements are left out: those that were refused, those about the participants themselves and, where
 * moderation is strict, those that were not accepted.
 */
export function moderatedOut(statements: number, { moderated, meta, strict }: Moderation = {}): Uint8Array {
  return Uint8Array.from({ length: statements }, (_, at) => {
    const mark = moderated?.[at] ?? 1;
    return meta?.[at] || mark < 0 || (strict && mark === 0) ? 1 : 0;
  });
}

function checkLengths(matrix: VoteMatrix, options: AnalysisOptions, before?: AnalysisState): void {
  const { moderated, meta } = options.moderation ?? {};
  if ((options.weights?.length ?? matrix.participants) !== matrix.participants)
    throw new RangeError('There are as many weights as participants.');
  if (options.weights?.some((weight) => !(weight > 0 && weight < Infinity)))
    throw new RangeError('Weights are finite numbers above 0.');
  for (const marks of [moderated, meta])
    if ((marks?.length ?? matrix.statements) !== matrix.statements)
      throw new RangeError('There are as many marks of moderation as statements.');
  if (
    before &&
    (before.matrix.participants > matrix.participants || before.matrix.statements > matrix.statements)
  )
    throw new RangeError('The earlier state is of another debate: it has more participants or statements.');
}

/** Says which step begins, and answers in the end how long each took. */
function stopwatch(watch: (progress: Progress) => void) {
  const milliseconds = Object.fromEntries(steps.map((step) => [step, 0])) as Record<Step, number>;
  let current: Step | null = null;
  let since = performance.now();
  return (next: Step | null) => {
    const now = performance.now();
    if (current) milliseconds[current] = now - since;
    current = next;
    since = now;
    if (next) watch({ step: next, done: 0, total: 1 });
    return milliseconds;
  };
}

/** Everybody's group by that of the base cluster; all of those who are placed in one where there is no grouping. */
function peopleIn({ clusterOf }: BaseClusters, grouping: Grouping | undefined): Int32Array {
  return clusterOf.map((cluster) => (cluster < 0 ? -1 : (grouping?.clusters.clusterOf[cluster] ?? 0)));
}

function judgedNow(
  matrix: VoteMatrix,
  groupOf: Int32Array,
  k: number,
  before: AnalysisState | undefined,
  options: Parameters<typeof stability>[3],
): AnalysisState['judged'] {
  const votes = matrix.columns.length;
  const last = before?.judged;
  const few = last && Math.abs(votes - last.votes) <= last.votes * JUDGED.share;
  if (few && last.k === k && last.votes >= JUDGED.votes) return last;
  return { stability: stability(matrix, groupOf, k, options), k, votes };
}

function groupsOf(
  tallies: GroupTallies,
  representative: RepresentativeStatement[][],
  groupOf: Int32Array,
  { participants }: OpinionSpace,
  weights?: Float64Array,
): OpinionGroup[] {
  const of = (all: Float64Array, group: number) =>
    all.slice(group * tallies.statements, (group + 1) * tallies.statements);
  const groups = Array.from({ length: tallies.groups }, (_, group): OpinionGroup => ({
    size: 0,
    weight: 0,
    centre: { x: 0, y: 0 },
    agree: of(tallies.agree, group),
    disagree: of(tallies.disagree, group),
    pass: of(tallies.pass, group),
    representative: representative[group]!,
  }));
  groupOf.forEach((group, row) => {
    const own = groups[group];
    if (!own) return;
    const weight = weights?.[row] ?? 1;
    own.size += 1;
    own.weight += weight;
    own.centre.x += weight * participants.x[row]!;
    own.centre.y += weight * participants.y[row]!;
  });
  for (const { centre, weight } of groups) {
    centre.x /= weight;
    centre.y /= weight;
  }
  return groups;
}
