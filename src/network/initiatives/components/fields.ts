import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { addressField } from '../../components/fields.ts';

/** What is asked of an initiative. */
export const initiativeFields: readonly Field[] = [
  { kind: 'trilingual', name: 'name', label: m.network_field_name, most: 300, required: true },
  { kind: 'trilingual', name: 'acronym', label: m.network_field_acronym, most: 60 },
  { kind: 'trilingual', name: 'summary', label: m.network_field_summary, most: 2_000, long: true },
  { kind: 'trilingual', name: 'aims', label: m.network_aims, most: 4_000, long: true },
  {
    kind: 'date',
    partial: true,
    name: 'startsOn',
    label: m.network_field_starts_on,
    help: m.network_field_partial_date,
  },
  {
    kind: 'date',
    partial: true,
    name: 'endsOn',
    label: m.network_field_ends_on,
    help: m.network_field_partial_date,
  },
  {
    kind: 'number',
    name: 'budget.minor',
    column: 'budget_minor',
    label: m.network_field_budget_minor,
    help: m.network_field_budget_minor_help,
  },
  {
    kind: 'text',
    name: 'budget.currency',
    column: 'budget_currency',
    label: m.network_field_budget_currency,
    most: 3,
  },
  addressField,
];
