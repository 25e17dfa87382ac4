import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { addressField } from '../../components/fields.ts';

/** What is asked of a person in a public role. */
export const personFields: readonly Field[] = [
  {
    kind: 'trilingual',
    name: 'name',
    label: m.network_field_name,
    help: m.network_field_person_name_help,
    most: 200,
    required: true,
  },
  addressField,
];
