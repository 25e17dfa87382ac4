import { describe, expect, it, vi } from 'vitest';
import { rememberPlurals } from './remembered-plurals.ts';

const registry = `function plural(locale, input, options) {
	return new Intl.PluralRules(locale, options).select(Number(input))
};`;

type Plural = (locale: string, input: unknown, options?: Intl.PluralRulesOptions) => string;

function mended(): Plural {
  return new Function(`${rememberPlurals(registry)} return plural;`)();
}

describe('plurals', () => {
  it('are those of the language and of the kind of number', () => {
    const plural = mended();
    for (let round = 0; round < 2; round += 1) {
      expect([0, 1, 2, 3, 11, 100].map((n) => plural('ar', n, {}))).toEqual([
        'zero',
        'one',
        'two',
        'few',
        'many',
        'other',
      ]);
      expect([0, 1, 2, 1_000_000].map((n) => plural('fr', n, {}))).toEqual(['one', 'one', 'other', 'many']);
      expect([1, 2, 3].map((n) => plural('en', n, { type: 'ordinal' }))).toEqual(['one', 'two', 'few']);
      expect(plural('en', '2')).toBe('other');
    }
  });

  it('take rules that are made once', () => {
    const made = vi.spyOn(Intl, 'PluralRules');
    const plural = mended();
    for (let number = 0; number < 9; number += 1) plural('ar', number, {});
    expect(made).toHaveBeenCalledOnce();
    made.mockRestore();
  });

  it('are refused where the compiled messages are written otherwise', () => {
    expect(() => rememberPlurals('Intl.PluralRules')).toThrow('registry.js again');
  });
});
