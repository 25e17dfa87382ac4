import type { RecordColumns, RecordKind } from '#platform/records/model.ts';

/**
 * What one record is to another, read from → to. The chain is read from these: each relation says which way
 * the story runs.
 */
export const relations = [
  'organiser',
  'co-organiser',
  'partner',
  // An organisation that sources name among those who came.
  'participant',
  'funder',
  'implementer',
  'part-of',
  'concerns',
  'presents',
  'stems-from',
  'shared-at',
  // The session in which it was formulated, and who proposed it there.
  'formulated-in',
  'proposed-by',
  'proposing-organisation',
  'follows-from',
  // Whom a recommendation asks to answer.
  'addressed-to',
  // A recommendation that takes the place of another, was parted from it, or unites it with others.
  'supersedes',
  'parted-from',
  'unites',
  // The recommendations that a commitment serves.
  'implements',
  'serves',
  'cites',
] as const;

export type Relation = (typeof relations)[number];

/** The kinds of records that each relation may lead from. */
export const starts: Record<Relation, readonly RecordKind[]> = {
  organiser: ['workshops'],
  'co-organiser': ['workshops'],
  partner: ['workshops', 'initiatives'],
  participant: ['workshops'],
  funder: ['workshops', 'initiatives'],
  implementer: ['initiatives'],
  'part-of': ['workshops', 'initiatives'],
  concerns: ['workshops', 'initiatives', 'recommendations', 'commitments'],
  presents: ['programme_items'],
  'stems-from': ['recommendations'],
  'shared-at': ['recommendations'],
  'formulated-in': ['conclusions', 'recommendations', 'actions'],
  'proposed-by': ['conclusions', 'recommendations'],
  'proposing-organisation': ['conclusions', 'recommendations'],
  'follows-from': ['recommendations'],
  'addressed-to': ['recommendations'],
  supersedes: ['recommendations'],
  'parted-from': ['recommendations'],
  unites: ['recommendations'],
  implements: ['commitments'],
  serves: [
    'workshops',
    'initiatives',
    'recommendations',
    'programme_items',
    'organisations',
    'conclusions',
    'commitments',
  ],
  cites: [
    'workshops',
    'programme_items',
    'conclusions',
    'recommendations',
    'responses',
    'commitments',
    'initiatives',
    'outcomes',
    'organisations',
    'people',
    'territories',
    'concepts',
  ],
};

/** The kind of record that each relation leads to. */
export const targets = {
  organiser: 'organisations',
  'co-organiser': 'organisations',
  participant: 'organisations',
  partner: 'organisations',
  funder: 'organisations',
  implementer: 'organisations',
  'part-of': 'initiatives',
  concerns: 'territories',
  presents: 'initiatives',
  'stems-from': 'initiatives',
  'shared-at': 'workshops',
  'formulated-in': 'programme_items',
  'proposed-by': 'people',
  'proposing-organisation': 'organisations',
  'follows-from': 'conclusions',
  'addressed-to': 'organisations',
  supersedes: 'recommendations',
  'parted-from': 'recommendations',
  unites: 'recommendations',
  implements: 'recommendations',
  serves: 'concepts',
  cites: 'sources',
} as const satisfies Record<Relation, RecordKind>;

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
