/** What somebody may be, the widest first. */
export const roles = [
  'administrator',
  'coordinator',
  'focal-point',
  'alternate',
  'validator',
  'facilitator',
  'rapporteur',
  'member',
  'reader',
] as const;
export type Role = (typeof roles)[number];

/** What a role is held on. */
export const scopes = ['network', 'organisation', 'territory', 'workshop', 'session'] as const;
export type Scope = (typeof scopes)[number];

/** Where a role is held on everything. */
export const NETWORK = 'network';

/** A role held somewhere: everywhere (`network`), or on one record. */
export interface Grant {
  role: Role;
  scope: Scope;
  /** {@link NETWORK}, or the id of the organisation, territory, workshop or session it holds for. */
  on: string;
  /** Whom it is held for while they are away, and what they hold; left out for a role of one's own. */
  instead?: { account: string; role: Role };
}

/** Who asks or changes: an account, a program of the node, or anyone. */
export interface Actor {
  /** What the journal keeps: an account's id, `system:<name>`, or `anonymous`. */
  id: string;
  grants: readonly Grant[];
}

/** Any reader of the public pages. */
export const anonymous: Actor = { id: 'anonymous', grants: [] };

/** A program of the node itself, such as the command line or the demonstration's loader. */
export function systemActor(name: string): Actor {
  return { id: `system:${name}`, grants: [{ role: 'administrator', scope: 'network', on: NETWORK }] };
}

/** Whether the actor administers the whole network. */
export function isAdministrator(actor: Actor): boolean {
  return holds(actor, ['administrator']);
}

/** Whether the actor holds one of these roles on the whole network. */
export function holds(actor: Actor, anyOf: readonly Role[]): boolean {
  return actor.grants.some(({ role, scope }) => scope === 'network' && anyOf.includes(role));
}

/** Whether the actor holds one of these roles on anything at all. */
export function holdsAnywhere(actor: Actor, anyOf: readonly Role[]): boolean {
  return actor.grants.some(({ role }) => anyOf.includes(role));
}

/**
 * As {@link heldOn}, with what the actor sees to while whoever holds one of these roles is away: what falls to them falls
 * to who stands in.
 */
export function answeredOn(actor: Actor, scope: Exclude<Scope, 'network'>, anyOf: readonly Role[]): string[] {
  const instead = actor.grants.filter((grant) => grant.scope === scope && grant.instead);
  const away = instead.filter((grant) => anyOf.includes(grant.instead!.role)).map(({ on }) => on);
  return [...new Set([...heldOn(actor, scope, anyOf), ...away])];
}

/** The ids of what the actor holds one of these roles on, of one scope. */
export function heldOn(actor: Actor, scope: Exclude<Scope, 'network'>, anyOf: readonly Role[]): string[] {
  return actor.grants
    .filter((grant) => grant.scope === scope && anyOf.includes(grant.role))
    .map(({ on }) => on);
}
