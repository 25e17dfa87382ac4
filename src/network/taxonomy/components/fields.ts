import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { addressField, positionField } from '../../components/fields.ts';

/** What is asked of a concept; its scheme is the one under whose address it is made. */
export const conceptFields: readonly Field[] = [
  { kind: 'trilingual', name: 'name', label: m.network_field_name, most: 300, required: true },
  {
    kind: 'trilingual',
    name: 'definition',
    label: m.network_field_definition,
    most: 1_000,
    long: true,
  },
  {
    kind: 'text',
    name: 'code',
    label: m.network_field_concept_code,
    help: m.network_field_concept_code_help,
    most: 40,
    required: true,
  },
  positionField,
  addressField,
];
