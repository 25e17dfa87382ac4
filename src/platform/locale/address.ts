import { isLocale, type Locale } from './locale.ts';

/**
 * Splits a path into its locale and the address without it: `/ar/workshops/x` → `ar`, `/workshops/x`.
 * The address without locale is a record's identifier in feeds, calendars and between nodes.
 */
export function splitLocale(pathname: string): { locale: Locale | null; address: string } {
  const [, first = ''] = pathname.split('/', 2);
  if (!isLocale(first)) return { locale: null, address: pathname };
  return { locale: first, address: pathname.slice(first.length + 1) || '/' };
}

/** The path of an address in one language: `/workshops/x` → `/ar/workshops/x`; `/` → `/ar`. */
export function localized(address: string, locale: Locale): string {
  return address === '/' ? `/${locale}` : `/${locale}${address}`;
}

/** Whether this is an address of the node itself, the same in every language. */
export function isWithoutLocale(address: string): boolean {
  return /^\/(robots\.txt|sitemap(-[1-9]\d{0,2})?\.xml)$/.test(address);
}
