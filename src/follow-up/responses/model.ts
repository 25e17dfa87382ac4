import type { OrganisationType } from '#network/organisations/model.ts';
import type { TerritoryLevel } from '#network/territories/model.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** What an addressee answers, as management responses have it: in whole, in part, or not. */
export const responsePositions = ['accepted', 'accepted-in-part', 'rejected'] as const;
export type ResponsePosition = (typeof responsePositions)[number];

/** The institutions that govern a territory of each level: those whom a recommendation to that level asks. */
export const authorities: Record<TerritoryLevel, OrganisationType> = {
  country: 'ministry',
  region: 'regional-council',
  province: 'local-authority',
  commune: 'local-authority',
};

/** The answer of one addressee to one recommendation. */
export interface ResponseRow extends RecordColumns, Trilingual<'reasons'> {
  recommendation_id: string;
  organisation_id: string;
  position: ResponsePosition;
  /** A date known to the day. */
  responded_on: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    responses: ResponseRow;
  }
}
