import type { Register } from '../register/model.ts';

/** A way of reading a register that an account keeps under a name of its own; personal, so it is no record. */
export interface SavedViewRow {
  id: string;
  account_id: string;
  register: Register;
  name: string;
  /** As it stands in the register's address, in the one way there is. */
  query: string;
  created_at: string;
}

/** So many an account keeps of one register: they are shown one beside the other. */
export const MOST_SAVED = 40;

declare module '#platform/database/tables.ts' {
  interface Tables {
    saved_views: SavedViewRow;
  }
}
