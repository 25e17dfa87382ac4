import { describe, expect, it } from 'vitest';
import { localized, splitLocale } from './address.ts';
import { preferredLocale } from './locale.ts';

describe('preferredLocale', () => {
  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['ar-MA', 'ar'],
    ['AR', 'ar'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['fr;q=0.5, ar;q=0.8', 'ar'],
    ['de, es;q=0.9, en;q=0.1', 'en'],
    ['ar;q=0, en;q=0.1', 'en'],
    ['de', 'fr'],
    ['*', 'fr'],
    ['en;q=nonsense', 'en'],
    [`${'x,'.repeat(10_000)}ar`, 'fr'],
  ])('answers %j', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });

  it('keeps the order of languages that weigh the same', () => {
    expect(preferredLocale('en, ar')).toBe('en');
    expect(preferredLocale('ar, en')).toBe('ar');
  });
});

describe('an address', () => {
  it.each([
    ['/fr', 'fr', '/'],
    ['/fr/', 'fr', '/'],
    ['/ar/workshops/x', 'ar', '/workshops/x'],
    ['/en/fr/x', 'en', '/fr/x'],
    ['/french/x', null, '/french/x'],
    ['/FR/x', null, '/FR/x'],
    ['/', null, '/'],
    ['//fr/x', null, '//fr/x'],
  ])('%s splits into its locale and the rest', (pathname, locale, address) => {
    expect(splitLocale(pathname)).toEqual({ locale, address });
  });

  it.each(['/', '/workshops/x', '/fr'])('%s comes back from every language', (address) => {
    for (const locale of ['fr', 'ar', 'en'] as const) {
      expect(splitLocale(localized(address, locale))).toEqual({ locale, address });
    }
  });
});
