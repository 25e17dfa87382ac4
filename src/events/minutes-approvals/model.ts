import type { Locale } from '#platform/locale/locale.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** What somebody who was asked to approve minutes has answered. */
export const approvalAnswers = ['none', 'approved', 'changes'] as const;
export type ApprovalAnswer = (typeof approvalAnswers)[number];

/** Somebody who is asked to approve minutes, by a link in a letter. */
export interface MinutesApprovalRow extends RecordColumns {
  circulation_id: string;
  personal_name: string;
  /** In lower case. */
  personal_email: string;
  locale: Locale;
  /** Of the token in the link; the token itself stands in the letter only. */
  token_hash: string;
  answer: ApprovalAnswer;
  answered_at: string | null;
}

/** A change that an approver asks for, on one entry or on the whole, and what the rapporteur replied. */
export interface MinutesRemarkRow extends RecordColumns {
  approval_id: string;
  entry_id: string | null;
  text: string;
  language: Locale;
  reply: string | null;
  reply_language: Locale | null;
  replied_by: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    minutes_approvals: MinutesApprovalRow;
    minutes_remarks: MinutesRemarkRow;
  }
}

/** How many approved, asked for changes, and have not answered. */
export function tally(
  approvals: readonly Pick<MinutesApprovalRow, 'answer'>[],
): Record<ApprovalAnswer, number> {
  const count = (answer: ApprovalAnswer) => approvals.filter((row) => row.answer === answer).length;
  return { none: count('none'), approved: count('approved'), changes: count('changes') };
}
