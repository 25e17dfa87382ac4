import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** Who answers for the processing. */
export const controllerFields: readonly Field[] = [
  { kind: 'text', name: 'name', label: m.network_controller_name, most: 200, required: true },
  { kind: 'text', name: 'address', label: m.network_controller_address, long: true, most: 500 },
  {
    kind: 'text',
    name: 'contact',
    label: m.network_controller_contact,
    help: m.network_controller_contact_help,
    type: 'email',
    most: 254,
  },
  {
    kind: 'text',
    name: 'declaration',
    label: m.network_controller_declaration,
    help: m.network_controller_declaration_help,
    most: 100,
  },
];
