import type { Locale } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

export const readingStages = ['submitted', 'published', 'declined'] as const;
export type ReadingStage = (typeof readingStages)[number];

/** How an association reads what has become of a commitment: beside the official word, never merged into it. */
export interface ReadingRow extends RecordColumns, Trilingual<'text'> {
  commitment_id: string;
  /** The report it reads; null where it reads the commitment as a whole. */
  report_id: string | null;
  organisation_id: string;
  stage: ReadingStage;
  answer: string | null;
  answer_language: Locale | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    readings: ReadingRow;
  }
}
