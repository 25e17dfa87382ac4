/** What unites: over everybody, and over all groups. */
import { SIGNIFICANT, shareTest, smoothedShare } from '../proportion-tests/model.ts';
import { countsOf, type GroupTallies } from '../tallies/model.ts';

const MOST = 5;

export interface ConsensusStatement {
  statement: number;
  /** How many say so, and how many voted. */
  successes: number;
  trials: number;
  /** The smoothed share, above one half, and its z against one half. */
  share: number;
  shareTest: number;
}

export interface Consensus {
  /** What most agree with, and what most disagree with, the clearest first; at most five each. */
  agree: ConsensusStatement[];
  disagree: ConsensusStatement[];
}

/** By statement, from 0 to 1. */
export interface GroupAwareConsensus {
  agree: Float64Array;
  disagree: Float64Array;
}

/**
 * Statements on which more than half say the same, significantly (z > 1.2816), by the product of share and z (Polis,
 * polismath/math/repness.clj, `select-consensus-comments`).
 * @param everybody the votes of all participants as one group
 * @param out 1 for statements that are left out
 */
export function consensus(everybody: GroupTallies, out: Uint8Array): Consensus {
  const of = (side: 'agree' | 'disagree') => {
    const found: ConsensusStatement[] = [];
    for (let statement = 0; statement < everybody.statements; statement += 1) {
      if (out[statement]) continue;
      const counts = countsOf(everybody, [0], statement);
      const share = smoothedShare(counts[side], counts.seen);
      const test = shareTest(counts[side], counts.seen);
      if (share > 0.5 && test > SIGNIFICANT)
        found.push({ statement, successes: counts[side], trials: counts.seen, share, shareTest: test });
    }
    return found.sort((a, b) => b.share * b.shareTest - a.share * a.shareTest).slice(0, MOST);
  };
  return { agree: of('agree'), disagree: of('disagree') };
}

/**
 * The product over groups of each group's smoothed share: great only where every group says so (Polis,
 * polismath/math/conversation.clj, `group-aware-consensus`, for agreement; the same for disagreement).
 */
export function groupAwareConsensus(tallies: GroupTallies): GroupAwareConsensus {
  const of = (side: 'agree' | 'disagree') =>
    Float64Array.from({ length: tallies.statements }, (_, statement) => {
      let product = 1;
      for (let group = 0; group < tallies.groups; group += 1) {
        const counts = countsOf(tallies, [group], statement);
        product *= smoothedShare(counts[side], counts.seen);
      }
      return product;
    });
  return { agree: of('agree'), disagree: of('disagree') };
}
