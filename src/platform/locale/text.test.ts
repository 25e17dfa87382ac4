import { describe, expect, it } from 'vitest';
import type { Locale } from './locale.ts';
import { columns, passage, requiredPassage } from './text.ts';

const title = (given: Partial<Record<Locale, string>>, original: Locale) =>
  columns('title', { ...given, original });

describe('passage', () => {
  const all = title({ fr: 'Bonjour', ar: 'مرحبا', en: 'Hello' }, 'fr');

  it("is in the reader's language where it can be", () => {
    expect(passage(all, 'title', 'ar')).toEqual({ text: 'مرحبا', lang: 'ar', dir: 'rtl', fallback: false });
    expect(passage(all, 'title', 'en')).toEqual({ text: 'Hello', lang: 'en', dir: 'ltr', fallback: false });
  });

  it('falls back to the original, and says so', () => {
    const arabic = title({ fr: 'Bonjour', ar: 'مرحبا' }, 'ar');
    expect(passage(arabic, 'title', 'en')).toEqual({ text: 'مرحبا', lang: 'ar', dir: 'rtl', fallback: true });
  });

  it('falls back to fr, ar, en in this order where the original is missing too', () => {
    expect(passage(title({ ar: 'مرحبا', en: 'Hello' }, 'fr'), 'title', 'fr')?.lang).toBe('ar');
    expect(passage(title({ en: 'Hello' }, 'fr'), 'title', 'ar')?.lang).toBe('en');
  });

  it('takes an empty text for a missing one', () => {
    expect(passage(title({ fr: '', en: 'Hello' }, 'fr'), 'title', 'fr')?.lang).toBe('en');
  });

  it('is nothing where the field is empty', () => {
    const empty = columns('title', undefined);
    expect(passage(empty, 'title', 'fr')).toBe(null);
    expect(() => requiredPassage(empty, 'title', 'fr')).toThrow('title');
  });
});

describe('columns', () => {
  it('gives a text its four columns', () => {
    expect(columns('title', { en: 'Hello', original: 'en' })).toEqual({
      title_fr: null,
      title_ar: null,
      title_en: 'Hello',
      title_original: 'en',
    });
  });
});
