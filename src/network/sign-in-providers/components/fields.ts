import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** An identity provider that speaks OpenID Connect. */
export const providerFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'name',
    label: m.network_provider_name,
    help: m.network_provider_name_help,
    most: 80,
    required: true,
  },
  {
    kind: 'text',
    name: 'id',
    label: m.network_provider_id,
    help: m.network_provider_id_help,
    most: 40,
    required: true,
  },
  {
    kind: 'text',
    name: 'discoveryUrl',
    column: 'discoveryUrl',
    label: m.network_provider_discovery,
    help: m.network_provider_discovery_help,
    type: 'url',
    most: 500,
    required: true,
  },
  {
    kind: 'text',
    name: 'clientId',
    column: 'clientId',
    label: m.network_provider_client,
    most: 300,
    required: true,
    autocomplete: 'off',
  },
  {
    kind: 'text',
    name: 'secret',
    label: m.network_provider_secret,
    help: m.network_mail_password_help,
    type: 'password',
    most: 1_000,
    autocomplete: 'new-password',
  },
];
