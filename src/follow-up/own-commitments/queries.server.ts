import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { commitmentStatuses, isSettled, type CommitmentRow } from '../commitments/model.ts';
import { ledInstitutions } from '../commitments/policy.ts';
import { ledBy, readableBy } from '../commitments/queries.server.ts';

const open = commitmentStatuses.filter((status) => !isSettled(status));

/**
 * The open commitments on which an actor reports because an institution of theirs leads them or takes part, the first
 * due first, as far as the actor may read them: a region's coordinator does not read what others draft with its
 * institutions. Whoever keeps the register reports on any, and has none of their own.
 * @param most the first so many
 */
export async function listOwnCommitments(db: Source, actor: Actor, most: number): Promise<CommitmentRow[]> {
  const scope = ledInstitutions(actor);
  if (scope === 'every' || scope.organisations.length + scope.territories.length === 0) return [];
  const own = db.selectFrom('organisations').select('organisations.id').where(ledBy(actor));
  const joined = db
    .selectFrom('commitment_parties')
    .select('commitment_parties.commitment_id')
    .where('commitment_parties.organisation_id', 'in', own);
  return db
    .selectFrom('commitments')
    .selectAll()
    .where(readableBy(actor))
    .where('status', 'in', open)
    .where(({ eb, or }) => or([eb('organisation_id', 'in', own), eb('id', 'in', joined)]))
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('reference')
    .limit(most)
    .execute();
}
