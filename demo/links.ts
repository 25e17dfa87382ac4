import type { Relation } from '#network/links/model.ts';
import type { RecordKind } from '#platform/records/model.ts';

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
  serves: 'concepts',
  cites: 'sources',
} as const satisfies Record<Relation, RecordKind>;

/** What a record is linked to: for each relation, the keys of the records it leads to, in order. */
export type Links = { readonly [Name in Relation]?: readonly string[] };
