import type { RecordColumns } from '#platform/records/model.ts';
import type { MergeableKind } from '../merges/model.ts';

/** Two records that look alike and are not the same: somebody has looked, and nobody is asked again. */
export interface DistinctionRow extends RecordColumns {
  kind: MergeableKind;
  first_id: string;
  second_id: string;
}

/** Two records, in whichever order. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    distinctions: DistinctionRow;
  }
}
