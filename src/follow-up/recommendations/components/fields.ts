import { m } from '#messages';
import { addressField, positionField } from '#network/components/fields.ts';
import type { Field } from '#platform/forms/fields.ts';

/** What is asked of a recommendation; where it comes from and what it concerns stand in links. */
export const recommendationFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'reference',
    label: m.follow_up_reference,
    help: m.follow_up_field_reference_help,
    most: 40,
    required: true,
  },
  { kind: 'trilingual', name: 'title', label: m.follow_up_field_title, most: 300, required: true },
  { kind: 'trilingual', name: 'text', label: m.follow_up_text, most: 4_000, long: true },
  positionField,
  addressField,
];
