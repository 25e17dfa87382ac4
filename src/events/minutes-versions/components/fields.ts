import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatDate } from '#platform/locale/format.ts';
import { languageNames, locales, type Locale } from '#platform/locale/locale.ts';
import type { EntryContent } from '../../minutes-entries/model.ts';
import { kindWord } from '../../minutes-writing/components/words.ts';

/** One field of an entry in words, with the language of its text. */
export interface WordedField {
  label: string;
  text: string;
  lang?: Locale;
}

/** The fields of an entry, or of a change to it, that say something to a reader. */
export function worded(content: Partial<EntryContent>): WordedField[] {
  const fields: WordedField[] = [];
  const add = (label: string, text: string | null | undefined, lang?: Locale) => {
    if (text !== undefined) fields.push({ label, text: text ?? '', ...(lang && { lang }) });
  };
  if (content.kind) add(m.events_minutes_kind_label(), kindWord(content.kind));
  for (const locale of locales)
    add(m.events_minutes_text_in({ language: languageNames[locale] }), content[`text_${locale}`], locale);
  add(m.events_minutes_owner(), content.owner);
  add(m.events_minutes_due(), content.due_on && formatDate(content.due_on, getLocale()));
  add(m.events_minutes_speaker(), content.speaker);
  if (content.removed === 1) add(m.events_minutes_removed_word(), '');
  if (content.rank !== undefined && Object.keys(content).length === 1) add(m.events_minutes_moved_word(), '');
  return fields.filter(({ text, label }) => text !== '' || label !== m.events_minutes_kind_label());
}
