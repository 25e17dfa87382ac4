import { m } from '#messages';
import { languageNames } from '#platform/locale/locale.ts';

const known: Record<string, () => string> = {
  fr: () => m.ui_in_french(),
  ar: () => m.ui_in_arabic(),
  en: () => m.ui_in_english(),
};

/** « en français » in the page's language; a language the site does not speak is named by its code. */
export function inLanguage(lang: string): string {
  return known[lang.slice(0, 2)]?.() ?? lang;
}

const own: Record<string, string> = languageNames;

/** What a language calls itself; one that the site does not speak is named by its code. */
export function ownName(lang: string): string {
  return own[lang.slice(0, 2)] ?? lang;
}
