import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filled, languageTag, oneLine, plainText, webAddress } from './text.ts';

describe('plainText', () => {
  it('keeps one kind of line break and no other control', () => {
    expect(plainText('a\r\nb\rc\u2028d\u0085e\u0000\u0007f\tg')).toBe('a\nb\nc\nd\nef\tg');
  });

  it('takes out what reorders text unseen, and keeps the marks Arabic needs', () => {
    expect(plainText('\u202Eabc\u202C \u2067جهة\u2069 a\u200Fb ن\u200Cا')).toBe(
      'abc \u2067جهة\u2069 a\u200Fb ن\u200Cا',
    );
  });

  it('takes out half characters and keeps whole ones', () => {
    expect(plainText('\uD800x\uDC00 🇲🇦 \uFFFE')).toBe('x 🇲🇦');
  });

  it('changes nothing a second time', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text));
        expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E]/u);
      }),
    );
  });
});

it('oneLine folds breaks and keeps no-break spaces', () => {
  expect(oneLine(' «\u00A0oui\u00A0»\n\n  non\t')).toBe('«\u00A0oui\u00A0» non');
});

describe('webAddress', () => {
  it('writes an address in ASCII', () => {
    expect(webAddress('https://indimaj.example/ar/ورشة?a=é')).toBe(
      'https://indimaj.example/ar/%D9%88%D8%B1%D8%B4%D8%A9?a=%C3%A9',
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/relative', '', 'mailto:a@example.org'])(
    'leaves out %j',
    (address) => {
      expect(webAddress(address)).toBeUndefined();
    },
  );

  it('lets no line break through', () => {
    expect(webAddress('https://indimaj.example/\r\nX-EVIL:1')).toBe('https://indimaj.example/X-EVIL:1');
  });
});

it('languageTag refuses what is none', () => {
  expect(languageTag('ar-MA')).toBe('ar-MA');
  for (const tag of ['', 'fr;X=1', 'fr\r\n', 'français']) expect(() => languageTag(tag)).toThrow(RangeError);
});

it('filled tells text from blanks', () => {
  expect([filled(null), filled(undefined), filled(' \n\u0000'), filled(' a ')]).toEqual([
    undefined,
    undefined,
    undefined,
    ' a ',
  ]);
});
