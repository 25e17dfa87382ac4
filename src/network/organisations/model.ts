import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

export const organisationTypes = [
  'regional-council',
  'ministry',
  'deconcentrated-service',
  'local-authority',
  'un-agency',
  'donor',
  'university',
  'association',
  'company',
  'other',
] as const;
export type OrganisationType = (typeof organisationTypes)[number];

export const organisationLevels = ['local', 'regional', 'national', 'international'] as const;
export type OrganisationLevel = (typeof organisationLevels)[number];

export interface OrganisationRow
  extends RecordColumns, Trilingual<'name'>, Trilingual<'acronym'>, Trilingual<'summary'> {
  slug: string;
  type: OrganisationType;
  level: OrganisationLevel;
  parent_id: string | null;
  territory_id: string | null;
  url: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    organisations: OrganisationRow;
  }
}
