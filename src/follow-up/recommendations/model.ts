import type { Relation } from '#network/links/model.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import type { TerritoryLevel } from '#network/territories/model.ts';
import type { RecordColumns } from '#platform/records/model.ts';
import type { Visibility } from '#network/visibility/model.ts';

/** What has become of a recommendation; the rule that says which stands in `status/model.ts`. */
export const recommendationStatuses = [
  'superseded',
  'unaddressed',
  'unanswered',
  'rejected',
  'accepted',
  'committed',
  'in-progress',
  'late',
  'completed',
  'discontinued',
] as const;
export type RecommendationStatus = (typeof recommendationStatuses)[number];

/** From the most urgent to the least. */
export const priorities = [1, 2, 3] as const;
export type Priority = (typeof priorities)[number];

/** A recommendation; the study or session it came from and the workshop that shared it stand in links. */
export interface RecommendationRow
  extends
    RecordColumns,
    Trilingual<'title'>,
    Trilingual<'text'>,
    Trilingual<'priority_reason'>,
    Trilingual<'beneficiaries'> {
  slug: string;
  /** How people cite it, unique in the network. */
  reference: string;
  /** Its place in the register. */
  position: number;
  /** When it was made, as exact as it is known (ISO 8601). */
  issued_on: string | null;
  /** Where in its source it stands, as people cite pages: “12–14”. */
  source_pages: string | null;
  priority: Priority | null;
  visibility: Visibility;
  /** Kept by whatever changes what it follows from, so that a register of thousands reads it as it stands. */
  status: RecommendationStatus;
  status_since: string | null;
  /** When the first of its open public commitments is due; kept as its status is. */
  due_on: string | null;
}

/** How a recommendation enters the register: nothing is known of it yet. */
export const unanswered = { status: 'unaddressed', status_since: null, due_on: null } as const;

/** A level of authorities that a recommendation is addressed to, where no institution is named. */
export interface AddressedLevelRow extends RecordColumns {
  recommendation_id: string;
  level: TerritoryLevel;
}

/** Through these others come to change a recommendation: only who keeps the register writes them. */
const accesses: readonly Relation[] = ['shared-at', 'concerns'];

/** Links by which it follows who is to answer. */
export const decisive: readonly Relation[] = ['addressed-to', 'concerns'];

/** Whether a recommendation may be linked so. @param keeps whether the actor keeps the register */
export function mayLink(keeps: boolean, relation: Relation): boolean {
  return keeps || !accesses.includes(relation);
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    recommendations: RecommendationRow;
    addressed_levels: AddressedLevelRow;
  }
}
