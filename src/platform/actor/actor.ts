/** A role held somewhere: everywhere (`network`), or on one record. */
export interface Grant {
  role: 'administrator' | 'coordinator' | 'focal-point' | 'facilitator' | 'rapporteur' | 'member' | 'reader';
  /** `network`, or the id of the organisation, territory, workshop or session it holds for. */
  on: string;
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
  return { id: `system:${name}`, grants: [{ role: 'administrator', on: 'network' }] };
}

/** Whether the actor administers the whole network. */
export function isAdministrator(actor: Actor): boolean {
  return actor.grants.some((grant) => grant.role === 'administrator' && grant.on === 'network');
}
