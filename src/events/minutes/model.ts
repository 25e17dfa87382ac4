import type { RecordColumns } from '#platform/records/model.ts';

/**
 * Open: its rapporteurs write. Circulated: its text stands still while approvers read it. Sealed: it is approved, and
 * the database itself refuses to change it; a correction is its next edition.
 */
export const minutesStatuses = ['open', 'circulated', 'sealed'] as const;
export type MinutesStatus = (typeof minutesStatuses)[number];

/** The minutes of one programme item. */
export interface MinutesRow extends RecordColumns {
  workshop_id: string;
  item_id: string;
  status: MinutesStatus;
  /** 1 for the first text that is sealed; a correction is the next one. */
  edition: number;
  /**
   * Counts what happened to its entries, so that a device asks for what it has not seen. It moves with every autosave:
   * neither the version nor the journal does.
   */
  sequence: number;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    minutes: MinutesRow;
  }
}
