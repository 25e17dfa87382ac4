import { holds, heldOn, type Actor } from '#platform/actor/actor.ts';
import { mayGive } from '../grants/policy.ts';
import { roleAsked, type MembershipRequestRow } from './model.ts';

/** Which requests an actor decides: all, or those that name one of these organisations. */
export function decidableMemberships(actor: Actor): 'every' | readonly string[] {
  if (holds(actor, ['administrator', 'coordinator'])) return 'every';
  return heldOn(actor, 'organisation', ['focal-point']);
}

/** Whether an actor decides any request at all. */
export function mayDecideMemberships(actor: Actor): boolean {
  return decidableMemberships(actor).length > 0;
}

/** Whether an actor decides a request: whoever may give the role that it asks for. */
export function mayDecide(actor: Actor, request: Pick<MembershipRequestRow, 'organisation_id'>): boolean {
  return mayGive(actor, roleAsked(request));
}
