import { m } from '#messages';
import { languageField, personalFields } from '#network/components/role-fields.ts';
import type { Field } from '#platform/forms/fields.ts';
import { languageOptions } from '#platform/forms/languages.ts';

/** What the successor is to know besides the file; whether drafts pass is asked of whoever leaves alone. */
export const notesFields = (leaves: boolean): readonly Field[] => [
  {
    kind: 'text',
    name: 'notes',
    column: 'personal_notes',
    label: m.follow_up_handover_notes,
    help: m.follow_up_handover_notes_help,
    long: true,
    most: 20_000,
  },
  {
    kind: 'choice',
    name: 'language',
    column: 'notes_language',
    label: m.follow_up_field_language,
    required: true,
    options: languageOptions,
  },
  ...(leaves
    ? [
        {
          kind: 'check' as const,
          name: 'passesDrafts',
          label: m.follow_up_handover_passes_drafts,
        },
      ]
    : []),
];

/** Who succeeds, among those who hold a role in the institution. */
export const successorFields: readonly Field[] = [
  { kind: 'choice', name: 'accountId', label: m.follow_up_handover_successor, required: true },
];

/** Somebody else is named here: browsers fill in nothing of whoever writes. */
export const inviteeFields: readonly Field[] = [
  ...personalFields.map((field): Field => ({ ...field, autocomplete: 'off' }) as Field),
  { ...languageField, help: m.network_invitation_language_help },
];

/** What a successor says who takes over. */
export const confirmationFields: readonly Field[] = [
  { kind: 'check', name: 'read', label: m.follow_up_handover_read },
];
