import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** What is asked of who names the commitment that does the other part. */
export const matchFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'reference',
    label: m.follow_up_field_match,
    help: m.follow_up_field_match_help,
    most: 40,
    required: true,
    suggestions: 'commitments',
  },
];
