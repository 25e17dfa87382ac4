import { describe, expect, it } from 'vitest';
import { manyFallbacks, paragraphs } from './text.ts';

describe('paragraphs', () => {
  it('parts at blank lines only', () => {
    expect(paragraphs('Une\nligne.\n\nUne autre.\n \n\nEt une fin.')).toEqual([
      'Une ligne.',
      'Une autre.',
      'Et une fin.',
    ]);
  });

  it('interprets nothing else', () => {
    expect(paragraphs('# *a* <b>\r\n\r\n- c')).toEqual(['# *a* <b>', '- c']);
  });

  it('gives no paragraph for an empty text', () => {
    expect(paragraphs(' \n\n ')).toEqual([]);
  });
});

describe('manyFallbacks', () => {
  const name = (lang: string, fallback: boolean) => ({ text: lang, lang, dir: 'ltr' as const, fallback });

  it('names the languages once, where many names stand in for missing ones', () => {
    const names = [
      name('fr', true),
      name('fr', true),
      name('en', true),
      name('fr', true),
      'own',
      name('ar', false),
    ];
    expect(manyFallbacks(names)).toEqual(['fr', 'en']);
  });

  it('names none where few do: each has its sign', () => {
    expect(manyFallbacks([name('fr', true), name('fr', true), name('fr', true), name('ar', false)])).toEqual(
      [],
    );
  });
});
