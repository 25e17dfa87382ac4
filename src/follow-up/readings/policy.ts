import { heldOn, type Actor, type Role } from '#platform/actor/actor.ts';
import { decidedTerritories } from '../commitments/policy.ts';
import { keepsRegister } from '../policy.ts';

/** Member or more: whoever is more than a reader of an organisation. */
const member: readonly Role[] = [
  'administrator',
  'coordinator',
  'focal-point',
  'alternate',
  'validator',
  'facilitator',
  'rapporteur',
  'member',
];

/**
 * The organisations in whose name an actor may read reports, where they are of a type that does. Keeping the register is
 * no part of it: civil society speaks for itself.
 */
export function readingOrganisations(actor: Actor): readonly string[] {
  return heldOn(actor, 'organisation', member);
}

/** Whether there may be an organisation in whose name the actor reads reports. */
export function mayRead(actor: Actor): boolean {
  return readingOrganisations(actor).length > 0;
}

/** Whether there may be readings that the actor publishes or declines. */
export function mayModerate(actor: Actor): boolean {
  return keepsRegister(actor) || decidedTerritories(actor).length > 0;
}
