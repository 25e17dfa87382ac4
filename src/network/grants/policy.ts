import { heldOn, holds, roles, type Actor, type Role, type Scope } from '#platform/actor/actor.ts';
import { scopesOf, type HeldRole } from './model.ts';

/** Roles that only an administrator gives. */
const reserved: readonly Role[] = ['administrator', 'coordinator'];

/** Who may give a role on one record: those who hold one of these on the same record. */
const givers: Record<Exclude<Scope, 'network'>, readonly Role[]> = {
  organisation: ['focal-point'],
  territory: ['coordinator', 'focal-point'],
  workshop: ['facilitator'],
  session: [],
};

/** What somebody who holds a role on a record may give there. */
const givable: readonly Role[] = ['alternate', 'validator', 'facilitator', 'rapporteur', 'member', 'reader'];

/** Whether the actor may give or take a role on something, and invite to it. */
export function mayGive(actor: Actor, { role, scope, on }: HeldRole): boolean {
  if (holds(actor, ['administrator'])) return true;
  if (reserved.includes(role)) return false;
  if (holds(actor, ['coordinator'])) return true;
  if (scope === 'network' || !givable.includes(role)) return false;
  return heldOn(actor, scope, givers[scope]).includes(on);
}

/** On what the actor may give any role at all: everything, or the records with these ids. */
export function givenOn(actor: Actor): 'every' | readonly string[] {
  if (holds(actor, reserved)) return 'every';
  return (['organisation', 'territory', 'workshop'] as const).flatMap((scope) =>
    heldOn(actor, scope, givers[scope]),
  );
}

/** Whether there is anything on which the actor may give a role. */
export function mayGiveSomewhere(actor: Actor): boolean {
  const places = givenOn(actor);
  return places === 'every' || places.length > 0;
}

/** The roles that the actor may give on at least one of these, the widest first. */
export function givableRoles(actor: Actor, places: readonly Omit<HeldRole, 'role'>[]): Role[] {
  return roles.filter((role) =>
    places.some((place) => scopesOf[role].includes(place.scope) && mayGive(actor, { role, ...place })),
  );
}
