import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { personalFields } from '../../components/role-fields.ts';

/** What is asked of somebody who wants to join; the page offers the organisations. */
export const membershipFields: readonly Field[] = [
  ...personalFields,
  {
    kind: 'choice',
    name: 'organisationId',
    label: m.network_membership_organisation,
    help: m.network_membership_organisation_help,
  },
  {
    kind: 'text',
    name: 'message',
    label: m.network_membership_message,
    long: true,
    most: 2_000,
    required: true,
  },
];

/** Where whoever is accepted becomes a member; the page offers the places. */
export const placeFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'on',
    label: m.network_membership_place,
    help: m.network_membership_place_help,
    required: true,
  },
];

/** Why a request is declined. */
export const reasonFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'reason',
    label: m.network_membership_reason,
    long: true,
    most: 1_000,
    required: true,
  },
];
