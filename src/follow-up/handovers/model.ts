import type { Actor, Role } from '#platform/actor/actor.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** The roles by which somebody answers for an institution, the widest first: those that are handed over. */
export const handedRoles = ['focal-point', 'alternate', 'validator'] as const satisfies readonly Role[];
export type HandedRole = (typeof handedRoles)[number];

/** On what these roles are held. */
export const handedScopes = ['organisation', 'territory'] as const;
export type HandedScope = (typeof handedScopes)[number];

export const handoverStatuses = ['open', 'confirmed', 'withdrawn'] as const;
export type HandoverStatus = (typeof handoverStatuses)[number];

/** What somebody holds in one institution, or territory, and passes to somebody else. Nothing passes until it is confirmed. */
export interface HandoverRow extends RecordColumns {
  /** Who leaves; null where nobody held the roles, or the account was erased before they passed. */
  account_id: string | null;
  scope: HandedScope;
  on_id: string;
  /** {@link HandedRole}s, parted by spaces. */
  roles: string;
  status: HandoverStatus;
  successor_id: string | null;
  /** The invitation by which the successor is to come; its account is the successor once it is accepted. */
  invitation_id: string | null;
  /** In one language; the journal keeps that they changed, not what they said. */
  personal_notes: string | null;
  notes_language: Locale | null;
  /** Whether whoever leaves lets their unsent forms pass. */
  passes_drafts: 0 | 1;
  settled_at: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    handovers: HandoverRow;
  }
}

/** What a handover is of. */
export type HandoverPlace = Pick<HandoverRow, 'scope' | 'on_id'>;

/** The roles that a handover passes. */
export function rolesOf({ roles }: Pick<HandoverRow, 'roles'>): HandedRole[] {
  const named = roles.split(' ');
  return handedRoles.filter((role) => named.includes(role));
}

/** Whoever leaves, as far as what they hold in the institution goes: what they may, the file gathers. */
export function leaverOf(handover: Pick<HandoverRow, 'account_id' | 'scope' | 'on_id' | 'roles'>): Actor {
  const { account_id, scope, on_id: on } = handover;
  return { id: account_id ?? 'nobody', grants: rolesOf(handover).map((role) => ({ role, scope, on })) };
}
