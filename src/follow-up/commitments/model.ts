import type { Locale } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';
import type { Visibility } from '#network/visibility/model.ts';

/** What an institution gives. */
export const commitmentKinds = ['financial', 'human-resources', 'process', 'policy', 'service'] as const;
export type CommitmentKind = (typeof commitmentKinds)[number];

/** How far a commitment has come. What is discontinued says why. */
export const commitmentStatuses = [
  'not-started',
  'in-preparation',
  'in-progress',
  'late',
  'completed',
  'discontinued',
] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

/** What an institution, alone or with others, has said it will do; the recommendations it serves stand in links. */
export interface CommitmentRow
  extends
    RecordColumns,
    Trilingual<'title'>,
    Trilingual<'deliverable'>,
    Trilingual<'beneficiaries'>,
    Trilingual<'participation'> {
  slug: string;
  /** How people cite it, unique in the network. */
  reference: string;
  kind: CommitmentKind;
  /** Who answers for it; others who take part are its parties. */
  organisation_id: string;
  starts_on: string | null;
  /** Dates known to the day. */
  due_on: string | null;
  /** The deadline that was first given, whatever was granted since. */
  first_due_on: string | null;
  /** The commitment of another institution that does the other part. */
  matches_id: string | null;
  /** Who is asked to confirm what the institution itself has validated. */
  confirmed_by_id: string | null;
  visibility: Visibility;
  /** Kept by reports and by the calendar. */
  status: CommitmentStatus;
  status_since: string;
  /** The last report that was validated. */
  last_report_id: string | null;
}

/** Another institution that takes part in a joint commitment, and with what. */
export interface CommitmentPartyRow extends RecordColumns, Trilingual<'contribution'> {
  commitment_id: string;
  organisation_id: string;
  position: number;
}

export interface MilestoneRow extends RecordColumns, Trilingual<'title'> {
  commitment_id: string;
  position: number;
  due_on: string;
  reached_on: string | null;
}

/** What one funder gives. */
export interface FundingShareRow extends RecordColumns {
  commitment_id: string;
  position: number;
  organisation_id: string | null;
  /** In words, where the funder is no organisation of the node. */
  funder: string | null;
  /** In the smallest unit of the currency (ISO 4217); currencies are never added up. */
  amount_minor: number;
  currency: string;
  secured: 0 | 1;
}

export const extensionStatuses = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export type ExtensionStatus = (typeof extensionStatuses)[number];

/** A longer deadline that was asked for, and what was answered. */
export interface DeadlineExtensionRow extends RecordColumns {
  commitment_id: string;
  from_due_on: string;
  to_due_on: string;
  reason: string;
  reason_language: Locale;
  status: ExtensionStatus;
  answer: string | null;
  answer_language: Locale | null;
  answered_on: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    commitments: CommitmentRow;
    commitment_parties: CommitmentPartyRow;
    milestones: MilestoneRow;
    funding_shares: FundingShareRow;
    deadline_extensions: DeadlineExtensionRow;
  }
}

/** What ends a commitment, whatever its day. */
const settled: readonly CommitmentStatus[] = ['completed', 'discontinued'];

export function isSettled(status: CommitmentStatus): boolean {
  return settled.includes(status);
}

/**
 * How a commitment stands on a day: as its last validated report says, or not started; late once its day is over and it
 * is neither completed nor discontinued.
 */
export function statusOn(
  { due_on }: Pick<CommitmentRow, 'due_on'>,
  reported: CommitmentStatus | null,
  today: string,
): CommitmentStatus {
  const status = reported ?? 'not-started';
  return !isSettled(status) && due_on !== null && due_on < today ? 'late' : status;
}

/** Kinds of records that are part of a commitment and of nothing else. */
export const commitmentParts = [
  'commitment_parties',
  'milestones',
  'funding_shares',
  'deadline_extensions',
  'indicators',
] as const;
