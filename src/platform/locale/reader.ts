import { getLocale } from '#messages/runtime';
import { passage, requiredPassage, type Passage, type Trilingual } from './text.ts';

/**
 * A field of a record for the reader of this page, in the page's language where the record has it.
 * For components and pages; elsewhere the locale is a parameter.
 */
export function read<Field extends string>(record: Trilingual<Field>, field: Field): Passage {
  return requiredPassage(record, field, getLocale());
}

/** As {@link read}, for a field that may be empty in every language. */
export function readOptional<Field extends string>(
  record: Trilingual<Field>,
  field: Field,
): Passage | undefined {
  return passage(record, field, getLocale()) ?? undefined;
}
