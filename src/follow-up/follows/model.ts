import type { RecordKind } from '#platform/records/model.ts';

/** An account that asked to be told what becomes of a record; personal, so it is no record itself. */
export interface FollowRow {
  id: string;
  account_id: string;
  record_kind: RecordKind;
  record_id: string;
  created_at: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    follows: FollowRow;
  }
}
