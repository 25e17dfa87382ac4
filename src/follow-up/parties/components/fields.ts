import { m } from '#messages';
import { positionField } from '#network/components/fields.ts';
import type { Field } from '#platform/forms/fields.ts';

/** What is asked of an institution that takes part; the page offers institutions. */
export const partyFields: readonly Field[] = [
  { kind: 'choice', name: 'organisationId', label: m.follow_up_field_party, required: true },
  {
    kind: 'trilingual',
    name: 'contribution',
    label: m.follow_up_field_contribution,
    most: 1_000,
    long: true,
  },
  positionField,
];
