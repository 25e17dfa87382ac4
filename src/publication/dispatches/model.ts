import type { Locale } from '#platform/locale/locale.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** What is told to subscribers in one language, before it is made a letter. */
export interface Telling {
  title: string;
  /** Paragraphs. */
  text: readonly string[];
  /** Where there is more, as whole web addresses. */
  items: readonly { text: string; href: string }[];
}

/** One sending of a press note to those who subscribed by then. */
export interface DispatchRow extends RecordColumns {
  workshop_id: string;
  press_note_id: string;
  /** JSON of what is told, by language: it stays what it was when it was sent. */
  letters: string;
  /** The last subscription that was reached, in the order of their ids; empty before the first. */
  reached_id: string;
  /** How many letters were queued. */
  queued: number;
  /** When every letter stood in the outbox; null until then. */
  settled_at: string | null;
}

export type Letters = Record<Locale, Telling>;

declare module '#platform/database/tables.ts' {
  interface Tables {
    dispatches: DispatchRow;
  }
}
