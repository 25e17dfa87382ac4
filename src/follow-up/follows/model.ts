/** An account that asked to be told what becomes of a recommendation; personal, so it is no record. */
export interface FollowRow {
  id: string;
  recommendation_id: string;
  account_id: string;
  created_at: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    follows: FollowRow;
  }
}
