import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatBytes } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { typeWord, type DocumentRow } from '../model.ts';

const languages: Record<Locale, () => string> = {
  fr: m.network_language_fr,
  ar: m.network_language_ar,
  en: m.network_language_en,
};

/** “PDF · 1,2 Mo · français”. */
export function describedAs(document: Pick<DocumentRow, 'name' | 'bytes' | 'language'>): string {
  const { bytes, language } = document;
  const known = [typeWord(document), formatBytes(bytes, getLocale()), language && languages[language]()];
  return known.filter(Boolean).join(' · ');
}
