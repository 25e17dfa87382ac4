import type { RecordColumns } from '#platform/records/model.ts';

/** Where a fact was read. A title stays in the language of its publisher. */
export interface SourceRow extends RecordColumns {
  title: string;
  /** ISO 639-1 code of the title's language. */
  language: string;
  publisher: string;
  url: string | null;
  /** As exact as it is known (ISO 8601). */
  published_on: string | null;
  consulted_on: string;
  licence: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    sources: SourceRow;
  }
}
