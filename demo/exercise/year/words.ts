import { locales, type Locale } from '#platform/locale/locale.ts';
import type { FullText } from '../../text.ts';

/** Several texts as one, with a space between them. */
export function joined(...texts: readonly FullText[]): FullText {
  const parts = locales.map((locale) => [locale, texts.map((text) => text[locale]).join(' ')]);
  return { ...(Object.fromEntries(parts) as Record<Locale, string>), original: 'fr' };
}

/** A text in the one language that somebody writes in. */
export function only(text: FullText, locale: Locale): { original: Locale } & Partial<Record<Locale, string>> {
  return { [locale]: text[locale], original: locale };
}
