/** Which statement a participant should be shown next. */
import { countsOf, type GroupTallies } from '../tallies/model.ts';

/** What a statement about the participants themselves weighs (Polis, `meta-priority`). */
const ABOUT_PARTICIPANTS = 7;

/**
 * The weight by which each statement is drawn, greater where it is agreed with, seldom passed on, tells opinions apart
 * and is new: ((1 - p) (1 + E) a (1 + 8 · 2^(-S / 5)))², with the smoothed shares p of passes and a of agreement, the
 * extremity E and the number of votes S; 7² for one about participants (Polis, polismath/math/conversation.clj,
 * `priority-metric`). Polis takes its votes from the update before, this takes those of now.
 * @param about 1 for statements about participants
 */
export function statementPriorities(
  tallies: GroupTallies,
  extremity: Float64Array,
  about: Uint8Array,
): Float64Array {
  const groups = Array.from({ length: tallies.groups }, (_, group) => group);
  return extremity.map((far, statement) => {
    if (about[statement]) return ABOUT_PARTICIPANTS ** 2;
    const { agree, disagree, seen } = countsOf(tallies, groups, statement);
    const passes = (seen - agree - disagree + 1) / (seen + 2);
    const agreed = (agree + 1) / (seen + 2);
    return ((1 - passes) * (1 + far) * agreed * (1 + 8 * 2 ** (-seen / 5))) ** 2;
  });
}
