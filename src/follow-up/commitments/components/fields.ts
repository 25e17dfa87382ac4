import { m } from '#messages';
import { addressField } from '#network/components/fields.ts';
import type { Field } from '#platform/forms/fields.ts';
import { visibilityField } from '#network/visibility/components/fields.ts';
import { commitmentKinds } from '../model.ts';
import { commitmentKindWord } from './words.ts';

/** What is asked of a commitment; the page offers institutions for `organisationId` and `confirmedById`. */
export const commitmentFields: readonly Field[] = [
  { kind: 'trilingual', name: 'title', label: m.follow_up_field_title, most: 300, required: true },
  {
    kind: 'trilingual',
    name: 'deliverable',
    label: m.follow_up_field_deliverable,
    help: m.follow_up_field_deliverable_help,
    most: 4_000,
    long: true,
    required: true,
  },
  {
    kind: 'choice',
    name: 'kind',
    label: m.follow_up_field_commitment_kind,
    required: true,
    options: () => commitmentKinds.map((value) => ({ value, label: commitmentKindWord(value) })),
  },
  { kind: 'choice', name: 'organisationId', label: m.follow_up_lead, required: true },
  { kind: 'date', name: 'startsOn', label: m.follow_up_field_starts },
  { kind: 'date', name: 'dueOn', label: m.follow_up_field_due, help: m.follow_up_field_due_help },
  {
    kind: 'trilingual',
    name: 'beneficiaries',
    label: m.follow_up_field_beneficiaries,
    help: m.follow_up_commitment_beneficiaries_help,
    most: 2_000,
    long: true,
  },
  {
    kind: 'trilingual',
    name: 'participation',
    label: m.follow_up_field_participation,
    most: 2_000,
    long: true,
  },
  {
    kind: 'choice',
    name: 'confirmedById',
    label: m.follow_up_field_confirmer,
    help: m.follow_up_field_confirmer_help,
  },
  visibilityField,
  {
    kind: 'text',
    name: 'reference',
    label: m.follow_up_reference,
    help: m.follow_up_commitment_reference_help,
    most: 40,
  },
  addressField,
];
