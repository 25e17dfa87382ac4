import { heldOn, holds, type Actor, type Role, type Scope } from '#platform/actor/actor.ts';

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

/** Whether the actor may give or take a role on something. */
export function mayGive(
  actor: Actor,
  { role, scope, on }: { role: Role; scope: Scope; on: string },
): boolean {
  if (holds(actor, ['administrator'])) return true;
  if (reserved.includes(role)) return false;
  if (holds(actor, ['coordinator'])) return true;
  if (scope === 'network' || !givable.includes(role)) return false;
  return heldOn(actor, scope, givers[scope]).includes(on);
}
