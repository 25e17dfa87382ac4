import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { languageField, personalFields } from '../../components/role-fields.ts';

/** What is asked of whoever sets a node up. */
export const setupFields: readonly Field[] = [
  ...personalFields,
  {
    kind: 'text',
    name: 'password',
    label: m.network_account_password,
    help: m.network_setup_password_help,
    type: 'password',
    most: 200,
    required: true,
    autocomplete: 'new-password',
  },
  languageField,
];
