import { heldOn, type Actor, type Role } from '#platform/actor/actor.ts';
import { mayCommit } from '../commitments/policy.ts';

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
