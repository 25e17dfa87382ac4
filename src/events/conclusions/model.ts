import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** A conclusion that was formulated, or a will that participants confirmed. */
export const conclusionKinds = ['conclusion', 'will'] as const;
export type ConclusionKind = (typeof conclusionKinds)[number];

export interface ConclusionRow extends RecordColumns, Trilingual<'text'> {
  workshop_id: string;
  /** The programme item it came from; null where the source names none. */
  item_id: string | null;
  position: number;
  kind: ConclusionKind;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    conclusions: ConclusionRow;
  }
}
