import { isAdministrator, type Actor } from '#platform/actor/actor.ts';
import type { WorkshopStatus } from './workshops/model.ts';

/** Which workshops an actor may read: all of them, or those in a public status. */
export type WorkshopScope = 'every' | 'public';

/** Statuses in which a workshop is for everyone to read. */
export const publicStatuses: readonly WorkshopStatus[] = [
  'announced',
  'open',
  'running',
  'closed',
  'published',
  'postponed',
  'cancelled',
];

export function readableWorkshops(actor: Actor): WorkshopScope {
  return isAdministrator(actor) ? 'every' : 'public';
}

/** Whether a workshop in this status lies within the scope; `queries` say the same as a `where`. */
export function isReadable(scope: WorkshopScope, status: WorkshopStatus): boolean {
  return scope === 'every' || publicStatuses.includes(status);
}

export function mayEditWorkshops(actor: Actor): boolean {
  return isAdministrator(actor);
}
