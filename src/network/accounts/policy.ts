import { holds, type Actor, type Grant } from '#platform/actor/actor.ts';
import { mayManageAccounts } from '../policy.ts';

/**
 * Whether the actor may suspend or reactivate an account: never its own, and those that run the network only as an
 * administrator.
 */
export function maySuspend(
  actor: Actor,
  account: { id: string; grants: readonly Pick<Grant, 'role' | 'scope'>[] },
): boolean {
  if (actor.id === account.id) return false;
  if (holds(actor, ['administrator'])) return true;
  const runsTheNetwork = account.grants.some(
    ({ role, scope }) => scope === 'network' && (role === 'administrator' || role === 'coordinator'),
  );
  return mayManageAccounts(actor) && !runsTheNetwork;
}
