import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { languageField, personalFields, roleFields } from '../../components/role-fields.ts';

/** Somebody else is named here: browsers fill in nothing of whoever writes. */
const theirs = personalFields.map((field): Field => ({ ...field, autocomplete: 'off' }) as Field);

export const invitationFields: readonly Field[] = [
  ...theirs,
  { ...languageField, help: m.network_invitation_language_help },
  ...roleFields,
];
