/** Which statements tell a group from the others. */
import type { Mode } from '../opinion-groups/model.ts';
import { SIGNIFICANT, shareTest, smoothedShare, twoShareTest } from '../proportion-tests/model.ts';
import { countsOf, type Counts, type GroupTallies } from '../tallies/model.ts';

/** How many are named for a group at most. */
const MOST = 5;

export interface RepresentativeStatement {
  statement: number;
  /** What the group says of it. */
  for: 'agree' | 'disagree';
  /** How many in the group say so, and how many voted. */
  successes: number;
  trials: number;
  /** The smoothed share of those who say so, from 0 to 1, and its z against one half. */
  share: number;
  shareTest: number;
  /** The smoothed share divided by that of all others, and the z of the difference. */
  ratio: number;
  ratioTest: number;
  /** What the group agrees on best, which stands first. */
  bestAgreement: boolean;
}

/** A statement's figures for one group, both ways. */
interface Figures {
  statement: number;
  answered: boolean;
  agree: Side;
  disagree: Side;
}
type Side = Omit<RepresentativeStatement, 'bestAgreement' | 'statement'>;

/**
 * The statements that represent each group, at most five: those whose share in the group and whose difference from
 * all others are significant (z > 1.2816), by the product of share, its z, ratio and its z; what the group agrees on
 * best comes first, agreements before disagreements. Where none is significant, the one that comes nearest. (Polis,
 * polismath/math/repness.clj, `select-rep-comments`.) None where there are fewer than two groups.
 *
 * In mode `polis` the best agreement depends on the order of statements, and may be a statement on which the others
 * agree as much, which is then given as a disagreement. Else it is one on which more than half of the group agree, and
 * more than of the others, whatever the order.
 * @param out 1 for statements that are left out
 */
export function representativeStatements(
  tallies: GroupTallies,
  out: Uint8Array,
  mode: Mode,
): RepresentativeStatement[][] {
  const all = Array.from({ length: tallies.groups }, (_, group) => group);
  if (tallies.groups < 2) return all.map(() => []);
  return all.map((group) => {
    const others = all.filter((other) => other !== group);
    const figures: Figures[] = [];
    for (let statement = 0; statement < tallies.statements; statement += 1)
      if (!out[statement])
        figures.push(
          figuresOf(statement, countsOf(tallies, [group], statement), countsOf(tallies, others, statement)),
        );
    return selected(figures, mode);
  });
}

function figuresOf(statement: number, own: Counts, others: Counts): Figures {
  const side = (name: 'agree' | 'disagree'): Side => {
    const share = smoothedShare(own[name], own.seen);
    return {
      for: name,
      successes: own[name],
      trials: own.seen,
      share,
      shareTest: shareTest(own[name], own.seen),
      ratio: share / smoothedShare(others[name], others.seen),
      ratioTest: twoShareTest(
        { successes: own[name], trials: own.seen },
        { successes: others[name], trials: others.seen },
      ),
    };
  };
  const answered = own.agree > 0 || own.disagree > 0;
  return { statement, answered, agree: side('agree'), disagree: side('disagree') };
}

function selected(figures: Figures[], mode: Mode): RepresentativeStatement[] {
  const sufficient: Figures[] = [];
  let best: Figures | undefined;
  let agreement: Figures | undefined;
  for (const one of figures) {
    if (isSignificant(one.agree) || isSignificant(one.disagree)) sufficient.push(one);
    else if (sufficient.length === 0 && (!best || greaterTest(one) > clearerSide(best).ratioTest)) best = one;
    const isBetter = mode === 'polis' ? beatsAsPolis : isBetterAgreement;
    if (isBetter(one, agreement)) agreement = one;
  }
  const head = agreement ?? best;
  const asBest = (one: Figures) =>
    mode === 'polis' ? finished(one, true) : { statement: one.statement, ...one.agree, bestAgreement: true };
  if (sufficient.length === 0) return head ? [head === agreement ? asBest(head) : finished(head, false)] : [];
  const rest = sufficient
    .filter((one) => one !== agreement)
    .map((one) => finished(one, false))
    .sort((a, b) => weightOf(b) - weightOf(a));
  const first = agreement ? [asBest(agreement)] : [];
  const chosen = [...first, ...rest].slice(0, MOST);
  return [...chosen.filter((one) => one.for === 'agree'), ...chosen.filter((one) => one.for === 'disagree')];
}

function isSignificant(side: Side): boolean {
  return side.ratioTest > SIGNIFICANT && side.shareTest > SIGNIFICANT;
}

function greaterTest({ agree, disagree }: Figures): number {
  return Math.max(agree.ratioTest, disagree.ratioTest);
}

function isBetterAgreement({ answered, agree }: Figures, best: Figures | undefined): boolean {
  if (!answered || !(agree.share > 0.5 && agree.ratio > 1)) return false;
  return !best || weightOf(agree) > weightOf(best.agree);
}

/** By significance of the difference once something differs, by mere agreement before that (`beats-best-agr?`). */
function beatsAsPolis({ answered, agree }: Figures, best: Figures | undefined): boolean {
  if (!answered) return false;
  if (!best) return agree.shareTest > SIGNIFICANT || (agree.ratio > 1 && agree.share > 0.5);
  if (best.agree.ratio > 1) return weightOf(agree) > weightOf(best.agree);
  return agree.share * agree.shareTest > best.agree.share * best.agree.shareTest;
}

function weightOf({ ratio, ratioTest, share, shareTest }: Side): number {
  return ratio * ratioTest * share * shareTest;
}

function clearerSide({ agree, disagree }: Figures): Side {
  return agree.ratioTest > disagree.ratioTest ? agree : disagree;
}

function finished(figures: Figures, bestAgreement: boolean): RepresentativeStatement {
  return { statement: figures.statement, ...clearerSide(figures), bestAgreement };
}
