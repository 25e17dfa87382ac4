import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** The public person that an account is, by name. */
export const personFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'person',
    label: m.network_person_link_name,
    help: m.network_person_link_help,
    suggestions: 'public-people',
    most: 300,
  },
];
