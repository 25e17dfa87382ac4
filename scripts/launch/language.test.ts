import { describe, expect, it } from 'vitest';
import { fill, languagesOf } from './language.js';
import { reasons, steps } from './sentences.js';

describe('languagesOf', () => {
  it.each([
    [{ LANG: 'fr_MA.UTF-8' }, ['fr']],
    [{ LANG: 'ar_MA.UTF-8' }, ['ar']],
    [{ LANG: 'en_GB.UTF-8' }, ['en']],
    [{ LANG: 'fr_FR.UTF-8', LC_ALL: 'en_US.UTF-8' }, ['en']],
    [{ LANG: 'C.UTF-8' }, ['fr', 'en']],
    [{}, ['fr', 'en']],
  ])('%o speaks %o', (env, languages) => {
    expect(languagesOf(env)).toEqual(languages);
  });
});

describe('the sentences', () => {
  const all = [
    ...Object.values(steps).flatMap(({ doing, done, failed }) => [doing, done, failed]),
    ...Object.values(reasons),
  ];

  it('are there in three languages, with the same values', () => {
    const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
    for (const sentence of all) {
      expect(Object.keys(sentence)).toEqual(['fr', 'ar', 'en']);
      expect([marks(sentence.ar), marks(sentence.en)]).toEqual([marks(sentence.fr), marks(sentence.fr)]);
    }
  });

  it('take their values', () => {
    expect(fill(steps.node.done, 'en', { version: '24.21.0' })).toBe('Node 24.21.0 installed');
  });
});
