import type { OrganisationType } from '#network/organisations/model.ts';
import type { Locale } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';
import type { CommitmentStatus } from '../commitments/model.ts';

/** Organisations that read reports: those of civil society and of research. */
export const readingTypes: readonly OrganisationType[] = ['association', 'university'];

export const judgements = ['agrees', 'partly', 'disagrees'] as const;
export type Judgement = (typeof judgements)[number];

export const readingStages = ['submitted', 'published', 'declined', 'withdrawn'] as const;
export type ReadingStage = (typeof readingStages)[number];

/** How many sources one reading names at most. */
export const MOST_SOURCES = 10;

/** What an organisation of civil society reads in a report. */
export interface ReadingRow extends RecordColumns, Trilingual<'text'>, Trilingual<'reply'> {
  report_id: string;
  organisation_id: string;
  judgement: Judgement;
  /** How the commitment stands as the organisation sees it, where that is something else. */
  own_status: CommitmentStatus | null;
  /** Web addresses, one a line. */
  sources: string | null;
  stage: ReadingStage;
  /** The account that wrote it: it never decides it. Null once the account is erased. */
  written_by: string | null;
  submitted_at: string;
  answer: string | null;
  answer_language: Locale | null;
  decided_at: string | null;
  decided_by: string | null;
  replied_at: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    readings: ReadingRow;
  }
}

/** The addresses that a reading names. */
export function sourcesOf({ sources }: Pick<ReadingRow, 'sources'>): string[] {
  return sources?.split('\n') ?? [];
}
