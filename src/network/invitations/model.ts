import type { Role, Scope } from '#platform/actor/actor.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { RecordColumns } from '#platform/records/model.ts';

export const invitationStatuses = ['open', 'accepted', 'withdrawn'] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

/** How long the link of an invitation holds, in days. */
export const INVITATION_DAYS = 14;

/** Somebody who is asked to take a role; an account comes of it only once they accept. */
export interface InvitationRow extends RecordColumns {
  personal_name: string;
  /** In lower case. */
  personal_email: string;
  locale: Locale;
  role: Role;
  scope: Scope;
  on_id: string;
  /** Of the token in the link; the token itself stands in the letter only. */
  token_hash: string;
  status: InvitationStatus;
  expires_at: string;
  /** The actor who sent it last. */
  invited_by: string;
  /** Whose role it became. */
  account_id: string | null;
}

/** How an invitation stands at an instant: an open one runs out by itself. */
export type InvitationState = InvitationStatus | 'expired';

export function stateOf(
  { status, expires_at }: Pick<InvitationRow, 'status' | 'expires_at'>,
  at: Date,
): InvitationState {
  return status === 'open' && expires_at <= at.toISOString() ? 'expired' : status;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    invitations: InvitationRow;
  }
}
