import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { addressField, positionField } from '../../components/fields.ts';
import { outcomeKinds, type OutcomeKind } from '../model.ts';

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

const kinds: Record<OutcomeKind, () => string> = {
  result: m.network_outcome_result,
  prospect: m.network_outcome_prospect,
};

/** What an outcome is: a result, or a prospect. */
export const outcomeWord = (kind: OutcomeKind): string => kinds[kind]();

/** What is asked of a result or a prospect of an initiative. */
export const outcomeFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'kind',
    label: m.network_field_outcome_kind,
    required: true,
    options: () => outcomeKinds.map((kind) => ({ value: kind, label: outcomeWord(kind) })),
  },
  { kind: 'trilingual', name: 'text', label: m.network_field_text, most: 2_000, long: true, required: true },
  positionField,
];
