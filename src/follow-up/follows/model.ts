import type { RecordKind } from '#platform/records/model.ts';

/** Kinds of records of which one may ask to be told what becomes of them. */
export const followable = ['recommendations', 'commitments'] as const satisfies readonly RecordKind[];
export type Followable = (typeof followable)[number];

/** An account that asked to be told what becomes of a record; personal, so it is no record itself. */
export interface FollowRow {
  id: string;
  account_id: string;
  record_kind: RecordKind;
  record_id: string;
  created_at: string;
}

/** What is told of a recommendation to those around it. */
export const occasions = [
  'recommendation-answered',
  'recommendation-committed',
  'recommendation-moved',
] as const;
export type Occasion = (typeof occasions)[number];

/** What is told of a commitment to those around it, and of its reports to those around what it serves as well. */
export const commitmentOccasions = [
  'commitment-moved',
  'commitment-postponed',
  'commitment-reported',
] as const;
export type CommitmentOccasion = (typeof commitmentOccasions)[number];

declare module '#platform/database/tables.ts' {
  interface Tables {
    follows: FollowRow;
  }
}
