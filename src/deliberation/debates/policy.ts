import { holds, holdsAnywhere, type Actor, type Role } from '#platform/actor/actor.ts';
import type { Visibility } from '#network/visibility/model.ts';

/** Who keeps every debate, those of no workshop included. */
const keeping: readonly Role[] = ['administrator', 'coordinator', 'facilitator'];

/** Who may prepare workshops, and so the debates that belong to them. */
const preparing: readonly Role[] = [...keeping, 'focal-point', 'alternate'];

/** Whether the actor keeps all debates; others keep those of the workshops that they prepare. */
export function keepsDebates(actor: Actor): boolean {
  return holds(actor, keeping);
}

/** Whether there may be a debate that the actor enters; of which workshops, `editableBy` in queries.server.ts says. */
export function mayEnterDebates(actor: Actor): boolean {
  return holdsAnywhere(actor, preparing);
}

/** Which debates an actor doesn't read unless it keeps them, by who is to read them. */
export function hiddenDebates(actor: Actor): readonly Visibility[] {
  if (keepsDebates(actor)) return [];
  return actor.grants.length > 0 ? ['draft'] : ['draft', 'network'];
}
