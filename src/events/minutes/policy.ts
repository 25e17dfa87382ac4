import { heldOn, type Actor } from '#platform/actor/actor.ts';
import { editableWorkshops, type WorkshopScope } from '../policy.ts';

/**
 * The sessions whose minutes an actor may write: those of the workshops it may change, and those it is a rapporteur of,
 * alone or through the whole workshop.
 */
export function writableMinutes(actor: Actor): WorkshopScope {
  const scope = editableWorkshops(actor);
  if (scope === 'every') return scope;
  return {
    ...scope,
    workshops: [...scope.workshops, ...heldOn(actor, 'workshop', ['rapporteur'])],
    // Unlike elsewhere, a session reaches itself only, not its workshop.
    sessions: heldOn(actor, 'session', ['rapporteur']),
  };
}

/** Whether there may be minutes that the actor writes. */
export function mayWriteMinutes(actor: Actor): boolean {
  const scope = writableMinutes(actor);
  return scope === 'every' || Object.values(scope).some((ids) => ids.length > 0);
}
