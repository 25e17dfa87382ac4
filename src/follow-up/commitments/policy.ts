import { heldOn, type Actor, type Role } from '#platform/actor/actor.ts';
import { keepsRegister } from '../policy.ts';
import { visibilities, type Visibility } from '#network/visibility/model.ts';

/** Who speaks for an institution: on it, or on its territory. */
const speaking = {
  organisation: ['focal-point', 'alternate'],
  territory: ['coordinator', 'focal-point', 'alternate'],
} as const satisfies Record<string, readonly Role[]>;

/** Who reads the drafts of an institution that leads or takes part. */
const reading: readonly Role[] = ['focal-point', 'alternate', 'validator'];

/** Which institutions: all of them, or these and those of these territories. */
export type LeadScope = 'every' | { organisations: readonly string[]; territories: readonly string[] };

/** The institutions in whose name an actor commits; what they lead, it changes. */
export function ledInstitutions(actor: Actor): LeadScope {
  if (keepsRegister(actor)) return 'every';
  return {
    organisations: heldOn(actor, 'organisation', speaking.organisation),
    territories: heldOn(actor, 'territory', speaking.territory),
  };
}

/** Whether there are institutions in whose name the actor commits. */
export function mayCommit(actor: Actor): boolean {
  const scope = ledInstitutions(actor);
  return scope === 'every' || scope.organisations.length + scope.territories.length > 0;
}

/** The drafts that an actor reads besides those it changes: of institutions that lead or take part, and of territories concerned. */
export function readDrafts(actor: Actor): {
  organisations: readonly string[];
  territories: readonly string[];
} {
  return {
    organisations: heldOn(actor, 'organisation', reading),
    territories: decidedTerritories(actor),
  };
}

/** The territories of which an actor answers who asks for a longer deadline. */
export function decidedTerritories(actor: Actor): readonly string[] {
  return heldOn(actor, 'territory', ['coordinator']);
}

/** Whether what was read by more people may be read by fewer from now on: only who keeps the register takes it back. */
export function mayNarrow(actor: Actor, from: Visibility, to: Visibility): boolean {
  return keepsRegister(actor) || visibilities.indexOf(to) >= visibilities.indexOf(from);
}
