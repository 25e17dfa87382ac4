import type { Locale } from '#platform/locale/locale.ts';

/** A text in all three languages; the demonstration network leaves none out. */
export interface FullText {
  fr: string;
  ar: string;
  en: string;
  original: Locale;
}

/** A text first written in French, with its Arabic and English versions. */
export function text(fr: string, ar: string, en: string): FullText {
  return { fr: spaced(fr), ar, en, original: 'fr' };
}

/** A name that French and English write alike. */
export function name(latin: string, ar: string): FullText {
  return { fr: latin, ar, en: latin, original: 'fr' };
}

/** French puts unbreakable spaces before high punctuation and inside its quotation marks. */
export function spaced(french: string): string {
  return french
    .replaceAll('« ', '«\u00a0')
    .replaceAll(' »', '\u00a0»')
    .replaceAll(' :', '\u00a0:')
    .replaceAll(/ ([;?!])/g, '\u202f$1');
}
