import { heldOn, type Actor, type Role } from '#platform/actor/actor.ts';
import type { CommitmentRow } from '../commitments/model.ts';
import { mayCommit } from '../commitments/policy.ts';
import type { ReportRole, ReportRow } from './model.ts';

const deciding: readonly Role[] = ['validator'];

/** Whether there are institutions in whose name the actor reports: those in whose name it commits. */
export function mayReport(actor: Actor): boolean {
  return mayCommit(actor);
}

/**
 * The organisations whose reports an actor decides. Keeping the register is no part of it: an institution answers for
 * what it says, by its own validator.
 */
export function decidedOrganisations(actor: Actor): readonly string[] {
  return heldOn(actor, 'organisation', deciding);
}

/** Whether there may be a report that the actor decides. */
export function mayDecide(actor: Actor): boolean {
  return decidedOrganisations(actor).length > 0;
}

/** Whether an actor decides a report, or confirms it; who writes it is asked of its institution. */
export function roleIn(
  actor: Actor,
  { organisation_id }: Pick<ReportRow, 'organisation_id'>,
  { confirmed_by_id }: Pick<CommitmentRow, 'confirmed_by_id'>,
): Omit<ReportRole, 'writes'> {
  const decided = decidedOrganisations(actor);
  return {
    decides: decided.includes(organisation_id),
    confirms: confirmed_by_id !== null && decided.includes(confirmed_by_id),
  };
}
