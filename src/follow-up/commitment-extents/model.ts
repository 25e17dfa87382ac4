import type { CommitmentStatus } from '../commitments/model.ts';
import type { Visibility } from '#network/visibility/model.ts';

/**
 * Where a commitment counts: with an institution that leads, takes part or funds, with a territory that it concerns or
 * whose authority leads it. Kept by triggers after the rule of migration 0038, so that it is never written here.
 */
export interface CommitmentExtentRow {
  /** An organisation's id or a territory's. */
  extent_id: string;
  commitment_id: string;
  /** `lead`, `authority`, or the id of the link, the party or the share that says so. */
  way: string;
  visibility: Visibility;
  status: CommitmentStatus;
  due_on: string | null;
  reference: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    commitment_extents: CommitmentExtentRow;
  }
}
