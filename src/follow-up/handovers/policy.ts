import { heldOn, holds, type Actor, type Grant } from '#platform/actor/actor.ts';
import { handedRoles, type HandoverRow } from './model.ts';

/** Whose handovers an actor opens, sees and guides besides its own: all, or those of these territories and what lies in them. */
export function coordinatedPlaces(actor: Actor): 'every' | readonly string[] {
  if (holds(actor, ['administrator', 'coordinator'])) return 'every';
  return heldOn(actor, 'territory', ['coordinator']);
}

/** Whether there are institutions whose handovers the actor sees to. */
export function mayCoordinate(actor: Actor): boolean {
  const places = coordinatedPlaces(actor);
  return places === 'every' || places.length > 0;
}

/** Whether the actor sees to handovers of a place; of an organisation, by the territory that it lies in. */
export function coordinates(actor: Actor, territoryId: string | null): boolean {
  const places = coordinatedPlaces(actor);
  return places === 'every' || (territoryId !== null && places.includes(territoryId));
}

/** What the actor holds itself of what is handed over; what it sees to for others passes to nobody. */
export function ownHanded(actor: Actor): Grant[] {
  return actor.grants.filter(
    ({ role, scope, instead }) => isHanded(role) && scope !== 'network' && instead === undefined,
  );
}

/** Whether the actor holds something that is handed over. */
export function mayHandOver(actor: Actor): boolean {
  return ownHanded(actor).length > 0;
}

/** Whether the actor holds one of the roles on what a handover is of. */
export function holdsThere(actor: Actor, { scope, on_id }: Pick<HandoverRow, 'scope' | 'on_id'>): boolean {
  return ownHanded(actor).some((grant) => grant.scope === scope && grant.on === on_id);
}

function isHanded(role: string): boolean {
  return (handedRoles as readonly string[]).includes(role);
}
