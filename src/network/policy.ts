import { heldOn, holds, holdsAnywhere, type Actor, type Role } from '#platform/actor/actor.ts';

const everywhere: readonly Role[] = ['administrator', 'coordinator'];

/** Whether the actor may write any of the network's records: territories, organisations, people, initiatives. */
export function mayEditNetwork(actor: Actor): boolean {
  return holds(actor, everywhere);
}

/** Whether the actor may record organisations and people that are not there yet, to name them in a programme. */
export function mayAddToNetwork(actor: Actor): boolean {
  return holdsAnywhere(actor, [...everywhere, 'focal-point', 'alternate', 'facilitator']);
}

/** Which organisations: all of them, these, and those of these territories. */
export type OrganisationScope =
  'every' | { organisations: readonly string[]; territories: readonly string[] };

/** The organisations that an actor may change: its own, those of its territory, or all. */
export function editableOrganisations(actor: Actor): OrganisationScope {
  if (holds(actor, everywhere)) return 'every';
  return {
    organisations: heldOn(actor, 'organisation', ['focal-point', 'alternate']),
    territories: heldOn(actor, 'territory', ['coordinator', 'focal-point', 'alternate']),
  };
}

/** Whether there are organisations that the actor may change. */
export function mayEditOrganisations(actor: Actor): boolean {
  const scope = editableOrganisations(actor);
  return scope === 'every' || scope.organisations.length + scope.territories.length > 0;
}

/** Whether an organisation lies within a scope. */
export function isOrganisationInScope(
  scope: OrganisationScope,
  organisation: { id: string; territory_id: string | null },
): boolean {
  if (scope === 'every') return true;
  const { id, territory_id } = organisation;
  return (
    scope.organisations.includes(id) || (territory_id !== null && scope.territories.includes(territory_id))
  );
}

/** Whether the actor may invite others and give roles on the whole network. */
export function mayManageAccounts(actor: Actor): boolean {
  return holds(actor, everywhere);
}
