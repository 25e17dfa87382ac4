import type { Role, Scope } from '#platform/actor/actor.ts';
import type { RecordColumns, RecordKind } from '#platform/records/model.ts';

/** A role that an account holds, on the network or on one record. */
export interface GrantRow extends RecordColumns {
  account_id: string;
  role: Role;
  scope: Scope;
  /** `network`, or the record's id. */
  on_id: string;
  /** The actor who gave it. */
  given_by: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    grants: GrantRow;
  }
}

/** The scopes on which a role makes sense. */
export const scopesOf: Record<Role, readonly Scope[]> = {
  administrator: ['network'],
  coordinator: ['network', 'territory'],
  'focal-point': ['organisation', 'territory'],
  alternate: ['organisation', 'territory'],
  validator: ['organisation'],
  facilitator: ['network', 'organisation', 'workshop'],
  rapporteur: ['workshop', 'session'],
  member: ['network', 'organisation'],
  reader: ['network', 'organisation', 'territory', 'workshop'],
};

/** The kind of record that each scope names. */
export const kindOf: Record<Exclude<Scope, 'network'>, RecordKind> = {
  organisation: 'organisations',
  territory: 'territories',
  workshop: 'workshops',
  session: 'programme_items',
};

/** A role with what it is held on, as forms and invitations name it. */
export interface HeldRole {
  role: Role;
  scope: Scope;
  /** `network`, or the record's id. */
  on: string;
}
