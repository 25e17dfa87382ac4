import type { Trilingual } from '#platform/locale/text.ts';
import type { RecordColumns } from '#platform/records/records.ts';

/** Kinds of programme items. A breakfast that inaugurates a workshop is a thematic breakfast, not a break. */
export const itemKinds = [
  'opening',
  'address',
  'thematic-breakfast',
  'break',
  'presentation',
  'discussion',
  'session',
  'plenary',
  'conclusions',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What somebody does in an item. */
export const parts = ['moderator', 'speaker', 'presenter', 'rapporteur'] as const;
export type Part = (typeof parts)[number];

export interface ProgrammeItemRow
  extends RecordColumns, Trilingual<'title'>, Trilingual<'abstract'>, Trilingual<'room'> {
  workshop_id: string;
  /** Unique within the workshop. */
  slug: string;
  position: number;
  kind: ItemKind;
  /** The number of a session as the programme prints it. */
  number: number | null;
  /** Local date and hours in the workshop's zone; null where no source gives them. */
  day: string | null;
  starts_at: string | null;
  ends_at: string | null;
}

/** A person or an organisation in an item, with the role it held then. */
export interface ContributionRow extends RecordColumns, Trilingual<'role'> {
  item_id: string;
  position: number;
  part: Part;
  person_id: string | null;
  organisation_id: string | null;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    programme_items: ProgrammeItemRow;
    contributions: ContributionRow;
  }
}
