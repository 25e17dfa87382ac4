import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/**
 * A person in a public role, as public sources name them. The role is held by each contribution, as it was
 * at the time; accounts and registrations are other records.
 */
export interface PersonRow extends RecordColumns, Trilingual<'name'> {
  slug: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    people: PersonRow;
  }
}
