import { heldOn, holds, holdsAnywhere, type Actor, type Role } from '#platform/actor/actor.ts';
import type { WorkshopStatus } from './workshops/model.ts';

/** Which workshops: all of them, or those that a role reaches through one of these records. */
export type WorkshopScope =
  | 'every'
  | {
      workshops: readonly string[];
      /** Sessions of a workshop's programme. */
      sessions: readonly string[];
      /** Organisers and co-organisers. */
      organisations: readonly string[];
      /** Where it is held, or the territory around. */
      territories: readonly string[];
    };

/** What of a workshop the scopes are compared with. */
export interface WorkshopReach {
  id: string;
  status: WorkshopStatus;
  itemIds: readonly string[];
  organiserIds: readonly string[];
  /** Its territory and the one around it. */
  territoryIds: readonly string[];
}

/** What organisations are to a workshop through which their people reach it. */
export const ORGANISERS = ['organiser', 'co-organiser'] as const;

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

const everywhere: readonly Role[] = ['administrator', 'coordinator'];

/** The roles through which a workshop is reached, by what they are held on. */
const reading = {
  workshop: ['facilitator', 'rapporteur', 'reader'],
  session: ['rapporteur'],
  organisation: ['focal-point', 'alternate', 'validator', 'facilitator'],
  territory: ['coordinator', 'focal-point', 'alternate'],
} as const satisfies Record<string, readonly Role[]>;

const editing = {
  workshop: ['facilitator'],
  session: [],
  organisation: ['focal-point', 'alternate', 'facilitator'],
  territory: ['coordinator', 'focal-point', 'alternate'],
} as const satisfies Record<string, readonly Role[]>;

/** Who writes down what came of a workshop: those who change it, and its rapporteurs. */
const recording = { ...editing, workshop: ['facilitator', 'rapporteur'] } as const satisfies Record<
  string,
  readonly Role[]
>;

type Reach = Record<'workshop' | 'session' | 'organisation' | 'territory', readonly Role[]>;

function scope(actor: Actor, by: Reach): WorkshopScope {
  if (holds(actor, everywhere)) return 'every';
  return {
    workshops: heldOn(actor, 'workshop', by.workshop),
    sessions: heldOn(actor, 'session', by.session),
    organisations: heldOn(actor, 'organisation', by.organisation),
    territories: heldOn(actor, 'territory', by.territory),
  };
}

/** The workshops whose drafts an actor may read; what is public, everyone may. */
export function readableWorkshops(actor: Actor): WorkshopScope {
  return scope(actor, reading);
}

/** The workshops that an actor may change, with their programmes. */
export function editableWorkshops(actor: Actor): WorkshopScope {
  return scope(actor, editing);
}

/** The workshops of which an actor may write the figures and all conclusions. */
export function recordableWorkshops(actor: Actor): WorkshopScope {
  return scope(actor, recording);
}

/** The sessions of which an actor may write the conclusions, whoever writes those of the workshop. */
export function recordableSessions(actor: Actor): readonly string[] {
  return heldOn(actor, 'session', ['rapporteur']);
}

/** Whether an actor may write a conclusion; `conclusionsBy` in queries.server.ts says the same as a `where`. */
export function isRecordable(
  actor: Actor,
  workshop: WorkshopReach,
  conclusion: { itemId: string | null },
): boolean {
  if (isInScope(recordableWorkshops(actor), workshop)) return true;
  const { itemId } = conclusion;
  return itemId !== null && recordableSessions(actor).includes(itemId);
}

/** Whether there may be a workshop of which the actor writes conclusions. */
export function mayRecordConclusions(actor: Actor): boolean {
  return mayEditWorkshops(actor) || holdsAnywhere(actor, ['rapporteur']);
}

/** Whether a workshop lies within a scope; `within` in queries.server.ts says the same as a `where`. */
export function isInScope(scope: WorkshopScope, workshop: WorkshopReach): boolean {
  if (scope === 'every') return true;
  const meets = (held: readonly string[], own: readonly string[]) => own.some((id) => held.includes(id));
  return (
    meets(scope.workshops, [workshop.id]) ||
    meets(scope.sessions, workshop.itemIds) ||
    meets(scope.organisations, workshop.organiserIds) ||
    meets(scope.territories, workshop.territoryIds)
  );
}

/** Whether an actor may read a workshop; `readableBy` in queries.server.ts says the same as a `where`. */
export function isReadable(actor: Actor, workshop: WorkshopReach): boolean {
  return publicStatuses.includes(workshop.status) || isInScope(readableWorkshops(actor), workshop);
}

/** Whether the actor may begin a workshop; it then becomes its facilitator. */
export function mayCreateWorkshops(actor: Actor): boolean {
  return holdsAnywhere(actor, [...everywhere, 'facilitator', 'focal-point', 'alternate']);
}

/** Whether there may be a workshop that the actor edits; which ones, {@link editableWorkshops} says. */
export function mayEditWorkshops(actor: Actor): boolean {
  return holdsAnywhere(actor, [...everywhere, 'facilitator', 'focal-point', 'alternate']);
}

/** Whether the actor may write series and other records that no workshop owns. */
export function mayEditSeries(actor: Actor): boolean {
  return holds(actor, everywhere);
}
