import { heldOn, holds, holdsAnywhere, type Actor, type Role } from '#platform/actor/actor.ts';
import type { Visibility } from '#network/visibility/model.ts';

const everywhere: readonly Role[] = ['administrator', 'coordinator'];
const organisation: readonly Role[] = ['focal-point', 'alternate', 'validator'];
const answering: readonly Role[] = ['focal-point', 'alternate'];
const territory: readonly Role[] = ['coordinator', 'focal-point', 'alternate'];

/** Which recommendations: all of them, or those that concern these territories or were shared where these meet. */
export type RecommendationScope =
  'every' | { organisations: readonly string[]; territories: readonly string[] };

/** Which organisations: all of them, or these and those of these territories. */
export type OrganisationScope =
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

/** Which records of the follow-up an actor doesn't read unless it edits them, by who is to read them. */
export function hiddenVisibilities(actor: Actor): readonly Visibility[] {
  if (keepsRegister(actor)) return [];
  return actor.grants.length > 0 ? ['draft'] : ['draft', 'network'];
}

/** The recommendations that an actor may change. */
export function editableRecommendations(actor: Actor): RecommendationScope {
  if (keepsRegister(actor)) return 'every';
  return {
    organisations: heldOn(actor, 'organisation', organisation),
    territories: heldOn(actor, 'territory', territory),
  };
}

/** The organisations that an actor answers for. */
export function answeredOrganisations(actor: Actor): OrganisationScope {
  if (keepsRegister(actor)) return 'every';
  return {
    organisations: heldOn(actor, 'organisation', answering),
    territories: heldOn(actor, 'territory', answering),
  };
}

/** Whether there may be an organisation that the actor answers for. */
export function mayAnswer(actor: Actor): boolean {
  const scope = answeredOrganisations(actor);
  return scope === 'every' || scope.organisations.length + scope.territories.length > 0;
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

/** Whether an actor may read a recommendation; `readableBy` in queries.server.ts says the same as a `where`. */
export function isReadable(
  actor: Actor,
  recommendation: RecommendationReach & { visibility: Visibility },
): boolean {
  return (
    !hiddenVisibilities(actor).includes(recommendation.visibility) ||
    isInScope(editableRecommendations(actor), recommendation)
  );
}

/** Whether there may be a recommendation that the actor changes. */
export function mayEditRecommendations(actor: Actor): boolean {
  return holdsAnywhere(actor, [...everywhere, ...organisation, ...territory]);
}
