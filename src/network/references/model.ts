import type { RecordKind } from '#platform/records/model.ts';

/** A row as it stands in a table, or stood; by column. */
export type Row = Record<string, unknown>;

/** A column of a kind of records that may hold the id of a record of another. */
export interface ReferenceColumn {
  table: RecordKind;
  column: string;
  nullable: boolean;
}

/** One record's reference to another. */
export interface Reference {
  table: RecordKind;
  id: string;
  column: string;
}

/** What moving all references from one record to another has changed. */
export interface Moved {
  references: Reference[];
  /** Records that said the same of both, or joined the two: the twins that went. */
  dropped: { table: RecordKind; row: Row & { id: string } }[];
}

/** A reference that an undoing leaves where it is, because what it stands in has changed since. */
export interface Unmoved {
  table: RecordKind;
  id: string;
  column: string;
}
