import type { Analysis } from '#deliberation/analyses/model.ts';
import type { ConsensusStatement } from '#deliberation/consensus/model.ts';
import type { Conversation } from '#deliberation/conversations/model.ts';
import { adjustedRandIndex } from '#deliberation/rand-index/model.ts';
import type { BreakdownSource } from '#deliberation/report-breakdowns/model.ts';
import { rawTallies } from '#deliberation/votes/model.ts';

/** What an analysis was made with. */
interface Given {
  seed: number;
  /** How many people participants speak for, by row, where some speak for several. */
  weights: Float64Array | undefined;
  breakdowns: readonly BreakdownSource[];
  /** How long it took to read the files. */
  reading: number;
}

/**
 * An analysis as JSON: statements and participants by their own numbers, groups from 0; `null` where something is not
 * known. Shares are from 0 to 1, times in milliseconds.
 * @param given what the analysis was made with beside the votes
 */
export function answerOf(
  conversation: Conversation,
  analysis: Analysis,
  { seed, weights, breakdowns, reading }: Given,
) {
  const { statements, participants, ballots, everyVote, groups, period } = conversation;
  const { space, placements, tallies, groupAwareConsensus } = analysis;
  const raw = everyVote ? rawTallies(ballots, statements.length) : null;
  const placed = new Set(placements.placed);
  const named = (statement: number) => ({
    statement: statements[statement]!.id,
    text: statements[statement]!.text,
  });
  const united = (found: readonly ConsensusStatement[]) =>
    found.map((one) => ({ ...one, ...named(one.statement) }));
  return {
    mode: analysis.mode,
    seed,
    k: analysis.k,
    counts: { ...analysis.counts, votesCast: everyVote ? ballots.votes.length : null },
    weighted: weights !== undefined,
    period,
    stability: analysis.stability,
    silhouettes: analysis.silhouettes,
    /** How far the groups agree with those that the files give: the adjusted Rand index. */
    givenGroups: groups ? { adjustedRandIndex: adjustedRandIndex(analysis.groupOf, groups) } : null,
    groups: analysis.groups.map(({ size, weight, centre, representative }, group) => ({
      group,
      size,
      weight,
      centre,
      representative: representative.map((one) => ({ ...one, ...named(one.statement) })),
    })),
    consensus: { agree: united(analysis.consensus.agree), disagree: united(analysis.consensus.disagree) },
    statements: statements.map(({ id, text, moderated }, at) => ({
      statement: id,
      text,
      moderated,
      included: analysis.out[at] === 0,
      x: space.statements.x[at],
      y: space.statements.y[at],
      extremity: space.extremity[at],
      last: { agree: tallies.agree[at], disagree: tallies.disagree[at], pass: tallies.pass[at] },
      raw: raw && { agree: raw.agree[at], disagree: raw.disagree[at], pass: raw.pass[at] },
      groupAwareConsensus: {
        agree: groupAwareConsensus.agree[at],
        disagree: groupAwareConsensus.disagree[at],
      },
      priority: analysis.priorities[at],
      byGroup: analysis.groups.map(({ agree, disagree, pass }) => ({
        agree: agree[at],
        disagree: disagree[at],
        pass: pass[at],
      })),
    })),
    participants: Array.from(participants, (participant, row) => ({
      participant,
      group: analysis.groupOf[row]! < 0 ? null : analysis.groupOf[row],
      x: placed.has(row) ? space.participants.x[row] : null,
      y: placed.has(row) ? space.participants.y[row] : null,
      why: placements.reasons[row],
      weight: weights?.[row] ?? 1,
    })),
    /** Votes by actor type and territory; fewer than five voters are put together with others. */
    breakdowns: breakdowns.flatMap(({ by, names, statements: told }) =>
      told.map(({ statement, cells, rest }) => ({
        by,
        statement: statements[statement]!.id,
        cells: cells.flatMap((cell, at) => (cell ? [{ name: names[at]!, ...cell }] : [])),
        rest: rest && { ...rest, categories: rest.categories.map((at) => names[at]!) },
      })),
    ),
    milliseconds: {
      reading,
      ...analysis.milliseconds,
      analysis: Object.values(analysis.milliseconds).reduce((sum, one) => sum + one, 0),
    },
  };
}
