import type { Tables } from '../database/tables.ts';

/** Columns that the platform keeps on every record. */
export interface RecordColumns {
  id: string;
  /** Grows by one with each change; a form sends back the one it was filled from. */
  version: number;
  created_at: string;
  updated_at: string;
}

/** Tables whose rows are records: they have an id, a version, and are journalled. */
export type RecordKind = {
  [Table in keyof Tables]: Tables[Table] extends RecordColumns ? Table : never;
}[keyof Tables];

/** What a capability gives to make a record. */
export type NewRecord<Kind extends RecordKind> = Omit<Tables[Kind], keyof RecordColumns>;
