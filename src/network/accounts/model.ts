import type { Locale } from '#platform/locale/locale.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** `suspended` can't sign in; of an `erased` account nothing of the person remains. */
export const accountStatuses = ['active', 'suspended', 'erased'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** How often the account is told of what moves: each time, in a digest, or never. */
export const noticeRhythms = ['each', 'daily', 'weekly', 'none'] as const;
export type NoticeRhythm = (typeof noticeRhythms)[number];

/**
 * Who signs in. A person in a public role is another record, linked where both are known to be one; a
 * registration for a workshop is a third.
 */
export interface AccountRow extends RecordColumns {
  personal_name: string;
  /** In lower case. */
  personal_email: string;
  email_verified: 0 | 1;
  /** Unused; the sign-in library knows the column. */
  image: string | null;
  status: AccountStatus;
  locale: Locale;
  notices: NoticeRhythm;
  person_id: string | null;
  /** The person that the account says it is, until somebody answers. */
  proposed_person_id: string | null;
  /** 1 where anyone may sign in as it: in the demonstration network only. */
  demonstration: 0 | 1;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    accounts: AccountRow;
  }
}
