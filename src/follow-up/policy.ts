import { isAdministrator, type Actor } from '#platform/actor/actor.ts';

/** Whether the actor may write the register of recommendations. */
export function mayEditRecommendations(actor: Actor): boolean {
  return isAdministrator(actor);
}
