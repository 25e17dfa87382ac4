import type { Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Source, Target } from '#platform/database/database.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import type { CommitmentRow } from '../commitments/model.ts';
import { mayCommit } from '../commitments/policy.ts';
import { mayEditCommitment, readableBy } from '../commitments/queries.server.ts';
import { matchInput, matchSeen, type MatchInput, type MatchSeen } from './schema.ts';

/** Names the commitment of another institution that does the other part: proposed, until that names this one. */
export function nameMatch(target: Target, actor: Actor, input: MatchInput, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: matchInput,
      input,
      within: (tx, { id }) => mayEditCommitment(tx, actor, id),
    },
    async (tx, { id, version, reference }) => {
      const own = await at(tx, id);
      if (!own) return refused(refusals.missing);
      const other = await tx
        .selectFrom('commitments')
        .selectAll()
        .where('reference', '=', reference)
        .where(readableBy(actor))
        .executeTakeFirst();
      if (!other) return refused('follow_up_problem_no_commitment', 'reference');
      const refusal = await refusalOf(tx, own, other);
      if (refusal) return refusal;
      await updateRecord(tx, actor, 'commitments', id, { matches_id: other.id }, { version, clock });
      return { id };
    },
  );
}

/** Names no other commitment any more; what the other says stays its own. */
export function leaveMatch(target: Target, actor: Actor, input: MatchSeen) {
  return change(
    target,
    {
      allowed: mayCommit(actor),
      schema: matchSeen,
      input,
      within: (tx, { id }) => mayEditCommitment(tx, actor, id),
    },
    async (tx, { id, version }) => {
      await updateRecord(tx, actor, 'commitments', id, { matches_id: null }, { version });
      return { id };
    },
  );
}

function at(db: Source, id: string): Promise<CommitmentRow | undefined> {
  return db.selectFrom('commitments').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Two institutions each do a part: no commitment matches itself, one of its own institution, or a third by turns. */
async function refusalOf(db: Source, own: CommitmentRow, other: CommitmentRow): Promise<Refusal | null> {
  if (other.id === own.id) return refused('follow_up_problem_matches_itself', 'reference');
  if (other.organisation_id === own.organisation_id)
    return refused('follow_up_problem_same_institution', 'reference');
  const third = other.matches_id === null ? undefined : await at(db, other.matches_id);
  if (!third || third.id === own.id) return null;
  if (third.matches_id === other.id) return refused('follow_up_problem_matched_already', 'reference');
  const seen = new Set([own.id, other.id]);
  for (let next: CommitmentRow | undefined = third; next;) {
    if (seen.has(next.id)) return refused('follow_up_problem_match_circle', 'reference');
    seen.add(next.id);
    next = next.matches_id === null ? undefined : await at(db, next.matches_id);
  }
  return null;
}
