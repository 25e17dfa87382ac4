import type { Locale } from '#platform/locale/locale.ts';
import type { RecordColumns } from '#platform/records/model.ts';
import type { HeldRole } from '../grants/model.ts';

export type MembershipStatus = 'open' | 'accepted' | 'declined';

/** Somebody who asks to join: what they wrote themselves, unproven until they accept an invitation. */
export interface MembershipRequestRow extends RecordColumns {
  personal_name: string;
  /** In lower case. */
  personal_email: string;
  personal_message: string;
  /** The language they wrote in, and are answered in. */
  locale: Locale;
  /** The organisation they come from; null where it is not among those recorded. */
  organisation_id: string | null;
  status: MembershipStatus;
  decided_by: string | null;
  /** Why it was declined. */
  reason: string | null;
}

/** The role that a request asks for: member of an organisation, or of the network. */
export function roleAsked({ organisation_id }: Pick<MembershipRequestRow, 'organisation_id'>): HeldRole {
  return memberOf(organisation_id ?? 'network');
}

/** A member of an organisation, or of the whole network. */
export function memberOf(on: string): HeldRole {
  return { role: 'member', scope: on === 'network' ? 'network' : 'organisation', on };
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    membership_requests: MembershipRequestRow;
  }
}
