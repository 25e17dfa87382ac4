import { heldOn, holds, holdsAnywhere, type Actor, type Role } from '#platform/actor/actor.ts';

const everywhere: readonly Role[] = ['administrator', 'coordinator'];
const organisation: readonly Role[] = ['focal-point', 'alternate', 'validator'];
const territory: readonly Role[] = ['coordinator', 'focal-point', 'alternate'];

/** Which recommendations: all of them, or those that concern these territories or were shared where these meet. */
export type RecommendationScope =
  'every' | { organisations: readonly string[]; territories: readonly string[] };

/** What of a recommendation a scope is compared with. */
export interface RecommendationReach {
  /** Organisers and co-organisers of the workshops that shared it. */
  organiserIds: readonly string[];
  /** The territories that it concerns or was shared in, and those around them. */
  territoryIds: readonly string[];
}

/** Whether the actor keeps the register: enters recommendations, removes them, says what they concern. */
export function keepsRegister(actor: Actor): boolean {
  return holds(actor, everywhere);
}

/** The recommendations that an actor may change. */
export function editableRecommendations(actor: Actor): RecommendationScope {
  if (keepsRegister(actor)) return 'every';
  return {
    organisations: heldOn(actor, 'organisation', organisation),
    territories: heldOn(actor, 'territory', territory),
  };
}

/** Whether a recommendation lies within a scope; `editableBy` in queries.server.ts says the same as a `where`. */
export function isInScope(scope: RecommendationScope, recommendation: RecommendationReach): boolean {
  if (scope === 'every') return true;
  const { organiserIds, territoryIds } = recommendation;
  return (
    organiserIds.some((id) => scope.organisations.includes(id)) ||
    territoryIds.some((id) => scope.territories.includes(id))
  );
}

/** Whether there may be a recommendation that the actor changes. */
export function mayEditRecommendations(actor: Actor): boolean {
  return holdsAnywhere(actor, [...everywhere, ...organisation, ...territory]);
}
