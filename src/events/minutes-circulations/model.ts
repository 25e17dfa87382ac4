import type { RecordColumns } from '#platform/records/model.ts';

/** A text of minutes that stands still while people are asked to approve it. */
export interface MinutesCirculationRow extends RecordColumns {
  minutes_id: string;
  edition: number;
  /** 1 for the first of its edition; each time the text is taken back and sent again, the next. */
  number: number;
  /** How many approvals it takes. */
  needed: number;
  /** SHA-256 of the content that was sent: what is sealed must be what was approved. */
  digest: string;
  /** The day by which an answer is asked for. */
  answer_by: string | null;
  status: 'open' | 'withdrawn' | 'sealed';
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    minutes_circulations: MinutesCirculationRow;
  }
}
