import type { RecordColumns } from '#platform/records/model.ts';

/** Where a fact was read. A title stays in the language of its publisher. */
export interface SourceRow extends RecordColumns {
  title: string;
  /** ISO 639-1 code of the title's language. */
  language: string;
  /** As the source prints it, in the source's language. */
  publisher: string;
  /** Its name for readers of each language, where it bears one. */
  publisher_fr: string | null;
  publisher_ar: string | null;
  publisher_en: string | null;
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
