import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** What is asked of who says which recommendation a commitment serves. */
export const implementationFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'reference',
    label: m.follow_up_field_served,
    help: m.follow_up_field_served_help,
    most: 40,
    required: true,
    suggestions: 'recommendations',
  },
];
