import { isAdministrator, type Actor } from '#platform/actor/actor.ts';

/** Whether the actor may write the network's own records: territories, organisations, people, initiatives. */
export function mayEditNetwork(actor: Actor): boolean {
  return isAdministrator(actor);
}
