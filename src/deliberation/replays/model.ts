/** Where the Polis server stood after the life of a debate: what votes tell of it once their times are known. */
import { polisBaseClusters, type BaseClusters } from '../base-clusters/model.ts';
import { coVotes, coVotesAfter, variationOfSums, variationOfVotes, type CoVotes } from '../co-votes/model.ts';
import { opinionSpace } from '../opinion-space/model.ts';
import { placements } from '../placements/model.ts';
import { voteMatrix, votesCast, withVotes, type Ballots, type VoteMatrix } from '../votes/model.ts';

/** Votes with the time of each; those of the same time came together. */
export interface History {
  ballots: Ballots;
  times: Float64Array;
}

/** Who was placed in the end, ascending, and the clusters they were in, numbered as they had come to be. */
export interface Standing {
  placed: Int32Array;
  base: BaseClusters;
}

/** Up to how many votes a debate is replayed: each costs an analysis of those before. */
export const MOST_REPLAYED = 20_000;

/**
 * Replays a debate in mode `polis`, vote by vote: after each the map is drawn, who has voted enough is placed and stays
 * so, and base clusters go on from where they were. Groups begin with the lowest numbers among them, and which these
 * are depends on who came when (polismath/math/conversation.clj, `in-conv` and `base-clusters`; its groups themselves
 * are not kept when the server starts anew).
 * @param out 1 for statements that were moderated out, by column: as in the end, since times of moderation aren't known
 * @param watch is told before each of the updates; what it throws ends the replay
 * @returns nothing where nobody voted
 */
export function replayed(
  history: History,
  out: Uint8Array,
  watch: (done: number, total: number) => void = () => undefined,
): Standing | undefined {
  const { ballots, rows, columns } = asTheyCame(history);
  const updates = updatesOf(history);
  const outThen = Uint8Array.from(columns, (column) => out[column]!);
  let matrix: VoteMatrix | undefined;
  let sums: CoVotes | undefined;
  let start: [Float64Array, Float64Array] | undefined;
  let standing: Standing | undefined;
  updates.forEach(([from, to], done) => {
    watch(done, updates.length);
    const more: Ballots = {
      participants: ballots.participants.subarray(from, to),
      statements: ballots.statements.subarray(from, to),
      votes: ballots.votes.subarray(from, to),
    };
    const next = matrix ? withVotes(matrix, more) : voteMatrix(more);
    sums = matrix ? coVotesAfter(sums, matrix, next) : coVotes(next);
    matrix = next;
    const left = outThen.subarray(0, next.statements);
    const variation = sums ? variationOfSums(sums, left) : variationOfVotes(next, left);
    const space = opinionSpace(next, variation, { out: left, countOut: true, start });
    start = space.components;
    const { placed } = placements(votesCast(next), next.statements, standing?.placed);
    standing = { placed, base: polisBaseClusters(space.participants, placed, standing?.base) };
  });
  return standing && underRows(standing, rows);
}

/** Votes in the order of their times, with people and statements numbered as they came. */
function asTheyCame({ ballots, times }: History) {
  const order = Int32Array.from(times.keys()).sort((a, b) => times[a]! - times[b]! || a - b);
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  const placeIn = (places: Map<number, number>, of: number) => {
    if (!places.has(of)) places.set(of, places.size);
    return places.get(of)!;
  };
  const came: Ballots = {
    participants: order.map((at) => placeIn(rows, ballots.participants[at]!)),
    statements: order.map((at) => placeIn(columns, ballots.statements[at]!)),
    votes: Int8Array.from(order, (at) => ballots.votes[at]!),
  };
  return { ballots: came, rows: Int32Array.from(rows.keys()), columns: Int32Array.from(columns.keys()) };
}

/** From where to where votes of the same time stand, once all are in the order of their times. */
function updatesOf({ times }: History): [from: number, to: number][] {
  const sorted = times.toSorted();
  const starts = [...sorted.keys()].filter((at) => at === 0 || sorted[at]! > sorted[at - 1]!);
  return starts.map((from, at) => [from, starts[at + 1] ?? sorted.length]);
}

/** @param rows the row of each of those who came */
function underRows({ placed, base }: Standing, rows: Int32Array): Standing {
  const clusterOf = new Int32Array(rows.reduce((most, row) => Math.max(most, row + 1), 0)).fill(-1);
  base.clusterOf.forEach((cluster, came) => (clusterOf[rows[came]!] = cluster));
  return { placed: placed.map((came) => rows[came]!).sort(), base: { ...base, clusterOf } };
}
