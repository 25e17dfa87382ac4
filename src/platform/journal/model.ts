export type Verb = 'create' | 'update' | 'delete';

/** A row as it stood, by column. */
export type Row = Record<string, unknown>;

/** One change, as the journal keeps it: who, when, what it was and what it became. */
export interface Entry {
  /** Grows with every change; gaps are changes that were rolled back. */
  number: number;
  at: string;
  actorId: string;
  /** The record's table, which is also its noun in addresses. */
  kind: string;
  recordId: string;
  verb: Verb;
  before: Row | null;
  after: Row | null;
  /** What may look different now: ids of the record and of all it refers or referred to, and its addresses. */
  touches: string[];
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    journal: {
      number: import('kysely').Generated<number>;
      at: string;
      actor_id: string;
      kind: string;
      record_id: string;
      verb: Verb;
      before: string | null;
      after: string | null;
      touches: string;
    };
    journal_cursors: { consumer: string; number: number; updated_at: string };
    addresses: { kind: string; slug: string; record_id: string; created_at: string };
  }
}
