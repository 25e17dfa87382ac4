import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withRealData } from '../../../tests/support/real-data.ts';
import { adjustedRandIndex } from '../rand-index/model.ts';
import { labelled, voteMatrix, type VoteMatrix } from '../votes/model.ts';
import { analyse, type Analysis, type AnalysisOptions, type AnalysisState } from './model.ts';

/** What the Polis server answered, as far as it is compared. */
interface PolisAnswer {
  tids: number[];
  'in-conv': number[];
  'user-vote-counts': Record<string, number>;
  'mod-out': number[];
  'meta-tids': number[];
  pca: { center: number[]; comps: [number[], number[]] };
  'base-clusters': { id: number[]; members: number[][] };
  'group-clusters': { id: number; members: number[] }[];
  'group-aware-consensus': Record<string, number>;
  'comment-priorities': Record<string, number>;
  repness: Record<string, Named[]>;
  consensus: Record<'agree' | 'disagree', Named[]>;
}
interface Named {
  tid: number;
  'n-success': number;
  'n-trials': number;
  'repful-for'?: string;
}

interface Room {
  answer: PolisAnswer;
  matrix: VoteMatrix;
  participants: number[];
  statements: number[];
  options: AnalysisOptions;
  /** The server's groups and base clusters, by row. */
  groupOf: Int32Array;
  baseOf: Int32Array;
}

function room(folder: string): Room {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown;
  const answer = read('math-pca2.json') as PolisAnswer;
  const all = read('votes.json') as Record<'participant_id' | 'statement_id' | 'vote' | 'modified', number>[];
  const cast = all
    .filter((vote) => vote.participant_id in answer['user-vote-counts'])
    .filter((vote) => answer.tids.includes(vote.statement_id));
  const { ballots, participants, statements } = labelled(
    cast.map(({ participant_id: participant, statement_id: statement, vote }) => ({
      participant,
      statement,
      vote,
    })),
    answer.tids,
  );
  const rowOf = new Map(participants.map((id, row) => [id, row]));
  const baseOf = new Int32Array(participants.length).fill(-1);
  const groupOf = baseOf.slice();
  const { id: ids, members } = answer['base-clusters'];
  answer['group-clusters'].forEach(({ members: bases }, group) => {
    for (const base of bases)
      for (const id of members[ids.indexOf(base)]!) {
        const row = rowOf.get(id);
        if (row === undefined) continue;
        baseOf[row] = ids.indexOf(base);
        groupOf[row] = group;
      }
  });
  const meta = Uint8Array.from(statements, (id) => Number(answer['meta-tids'].includes(id)));
  const moderated = Int8Array.from(statements, (id) => (answer['mod-out'].includes(id) ? -1 : 1));
  const matrix = voteMatrix(ballots, { statements: statements.length });
  const history = { ballots, times: Float64Array.from(cast, ({ modified }) => modified) };
  const options: AnalysisOptions = { mode: 'polis', moderation: { moderated, meta }, history };
  return { answer, matrix, participants, statements, options, groupOf, baseOf };
}

/** The server's base clusters and whom it had placed: what it had kept over time, and what votes alone don't tell. */
function stateOf({ answer, matrix, participants, options, baseOf }: Room): AnalysisState {
  const { state } = analyse(matrix, options);
  const placed = [...participants.keys()].filter((row) => answer['in-conv'].includes(participants[row]!));
  const base = { ...state.base, clusterOf: baseOf };
  return { ...state, placed: Int32Array.from(placed), base, groupings: new Map(), kHistory: undefined };
}

const upToSign = (ours: Float64Array, theirs: number[]) =>
  Math.min(...[1, -1].map((sign) => Math.max(...theirs.map((one, at) => Math.abs(sign * one - ours[at]!)))));

function said({ groups, consensus, groupAwareConsensus }: Analysis, statements: number[]) {
  const named = (one: { statement: number; successes: number; trials: number }) => [
    statements[one.statement],
    one.successes,
    one.trials,
  ];
  return {
    groups: groups.map(({ representative }) => representative.map((one) => [one.for, ...named(one)])),
    agree: consensus.agree.map(named),
    disagree: consensus.disagree.map(named),
    aware: [...groupAwareConsensus.agree].map((one) => one.toFixed(12)),
  };
}

function saidByPolis(answer: PolisAnswer) {
  const named = (one: Named) => [one.tid, one['n-success'], one['n-trials']];
  return {
    groups: answer['group-clusters'].map(({ id }) =>
      answer.repness[id]!.map((one) => [one['repful-for'], ...named(one)]),
    ),
    agree: answer.consensus.agree.map(named),
    disagree: answer.consensus.disagree.map(named),
    aware: answer.tids.map((id) => answer['group-aware-consensus'][id]!.toFixed(12)),
  };
}

withRealData('polis/red-dwarf', 'the Polis server’s own answers', (path) => {
  it.each(['25ptpt-3gp-no-strict-with-meta', '50ptpt-3gp-strict-no-meta', 'above-100-ptpts'])(
    '%s has its groups from the votes and their times alone',
    (name) => {
      const { matrix, options, answer, groupOf } = room(join(path, name));
      const analysis = analyse(matrix, options);
      expect(analysis.k).toBe(answer['group-clusters'].length);
      const both = [...groupOf.keys()].filter((row) => groupOf[row]! >= 0 && analysis.groupOf[row]! >= 0);
      const of = (groups: Int32Array) => Int32Array.from(both, (row) => groups[row]!);
      expect(adjustedRandIndex(of(groupOf), of(analysis.groupOf))).toBeGreaterThanOrEqual(0.95);
    },
  );

  // The one of fifty lacks the votes of one participant whom the server had, so that only its groups are compared.
  describe.each(['25ptpt-3gp-no-strict-with-meta', 'above-100-ptpts'])('%s', (name) => {
    const one = room(join(path, name));
    const { answer, matrix, statements, options, groupOf } = one;

    it('has its centre and components from the votes alone', () => {
      const { space, k } = analyse(matrix, options);
      expect(statements).toEqual(answer.tids);
      expect(upToSign(space.centre, answer.pca.center)).toBeLessThan(1e-6);
      for (const which of [0, 1] as const)
        expect(upToSign(space.components[which], answer.pca.comps[which])).toBeLessThan(1e-6);
      expect(k).toBe(answer['group-clusters'].length);
    });

    it('has its groups, and what they say, from where it stood', () => {
      const analysis = analyse(matrix, options, stateOf(one));
      expect(analysis.k).toBe(answer['group-clusters'].length);
      expect(adjustedRandIndex(groupOf, analysis.groupOf)).toBeGreaterThanOrEqual(0.95);
      expect(said(analysis, statements)).toEqual(saidByPolis(answer));
      const priorities = answer.tids.map((id) => answer['comment-priorities'][id]!);
      const apart = priorities.map((theirs, at) => Math.abs(analysis.priorities[at]! / theirs - 1));
      expect(Math.max(...apart)).toBeLessThan(1e-6);
    });
  });

  it('50ptpt-3gp-strict-no-meta has its groups, from where it stood', () => {
    const one = room(join(path, '50ptpt-3gp-strict-no-meta'));
    const analysis = analyse(one.matrix, one.options, stateOf(one));
    expect(analysis.k).toBe(one.answer['group-clusters'].length);
    expect(adjustedRandIndex(one.groupOf, analysis.groupOf)).toBeGreaterThanOrEqual(0.95);
  });
});
