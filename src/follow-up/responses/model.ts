import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** What an addressee answers, as management responses have it: in whole, in part, or not. */
export const responsePositions = ['accepted', 'accepted-in-part', 'rejected'] as const;
export type ResponsePosition = (typeof responsePositions)[number];

/** The answer of one addressee to one recommendation. */
export interface ResponseRow extends RecordColumns, Trilingual<'reasons'> {
  recommendation_id: string;
  organisation_id: string;
  position: ResponsePosition;
  /** A date known to the day. */
  responded_on: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    responses: ResponseRow;
  }
}
