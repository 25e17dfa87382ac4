/** The languages of the product, in their order of precedence. */
export const locales = ['fr', 'ar', 'en'] as const;

export type Locale = (typeof locales)[number];
export type Direction = 'ltr' | 'rtl';

/** The language spoken when nothing says otherwise. */
export const baseLocale: Locale = 'fr';

/** What each language calls itself, whatever language the page is in. */
export const languageNames: Record<Locale, string> = { fr: 'Français', ar: 'العربية', en: 'English' };

export function isLocale(value: unknown): value is Locale {
  return (locales as readonly unknown[]).includes(value);
}

export function directionOf(locale: Locale): Direction {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

/**
 * The locale a reader prefers, from an Accept-Language header (RFC 9110 §12.5.4): the best-weighted language
 * that the product speaks, {@link baseLocale} where none does.
 */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale {
  const ranges = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return {
        language: tag.toLowerCase().split('-')[0],
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of ranges) if (isLocale(language)) return language;
  return baseLocale;
}
