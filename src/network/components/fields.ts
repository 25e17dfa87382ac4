import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** The last part of a record's address, the same for every kind. */
export const addressField: Field = {
  kind: 'text',
  name: 'slug',
  label: m.network_field_address,
  help: m.network_field_address_help,
  most: 80,
};

/** A record's place among those beside it; empty, it comes last. */
export const positionField: Field = {
  kind: 'number',
  name: 'position',
  label: m.network_field_position,
  help: m.network_field_position_help,
};
