import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** What is asked of a press note. */
export const pressNoteFields: readonly Field[] = [
  { kind: 'trilingual', name: 'title', label: m.publication_press_field_title, most: 300, required: true },
  {
    kind: 'trilingual',
    name: 'text',
    label: m.publication_press_field_text,
    help: m.publication_press_field_text_help,
    most: 12_000,
    long: true,
    required: true,
  },
];
