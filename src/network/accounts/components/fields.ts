import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** What is asked of who signs in: without a password, a link is sent by mail. */
export const signInFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'email',
    label: m.network_account_email,
    type: 'email',
    most: 200,
    required: true,
    autocomplete: 'username',
  },
  {
    kind: 'text',
    name: 'password',
    label: m.network_account_password,
    help: m.network_account_password_help,
    type: 'password',
    most: 200,
    autocomplete: 'current-password',
  },
];
