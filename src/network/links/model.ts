import type { RecordColumns, RecordKind } from '#platform/records/model.ts';

/**
 * What one record is to another, read from → to. The chain is read from these: each relation says which way
 * the story runs.
 */
export const relations = [
  'organiser', // workshop → organisation
  'co-organiser', // workshop → organisation
  'partner', // workshop, initiative → organisation
  'participant', // workshop → organisation that sources name among those who came
  'funder', // workshop, initiative → organisation
  'implementer', // initiative → organisation
  'part-of', // workshop, initiative → initiative
  'concerns', // workshop, initiative, recommendation → territory
  'presents', // programme item → initiative
  'stems-from', // recommendation → initiative
  'shared-at', // recommendation → workshop
  'serves', // any → concept of a taxonomy
  'cites', // any → source
] as const;

export type Relation = (typeof relations)[number];

/** One end of a link. */
export interface RecordRef {
  kind: RecordKind;
  id: string;
}

export interface LinkRow extends RecordColumns {
  from_kind: RecordKind;
  from_id: string;
  relation: Relation;
  to_kind: RecordKind;
  to_id: string;
  position: number;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    links: LinkRow;
  }
}
