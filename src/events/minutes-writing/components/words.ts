import { m } from '#messages';
import { languageNames, type Locale } from '#platform/locale/locale.ts';
import { entryKinds, type ContestedField, type EntryKind } from '../../minutes-entries/model.ts';

/** The kinds of entries, in words. */
export function kindWord(kind: EntryKind): string {
  return m.events_minutes_kind({ kind });
}

/** The kinds as a list to choose from. */
export function kindOptions(): { value: EntryKind; label: string }[] {
  return entryKinds.map((value) => ({ value, label: kindWord(value) }));
}

/** A field two people wrote in at once, in words. */
export function fieldWord(field: ContestedField): string {
  if (field === 'owner') return m.events_minutes_owner();
  if (field === 'speaker') return m.events_minutes_speaker();
  if (field === 'due_on') return m.events_minutes_due();
  return m.events_minutes_text_in({ language: languageNames[field.slice(-2) as Locale] });
}
