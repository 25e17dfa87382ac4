import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf, cleaned, isReadable, References, wordKey } from './model.ts';

describe('cleaned', () => {
  it.each([
    ['  a \t b  ', 'a b'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a \n\n\n\n b', 'a\n\nb'],
    ['\ufeff\u202eFe\u0300s\u202c\u200f', 'Fès'],
    ['a\u2028b\u00adc', 'a\nbc'],
  ])('makes %j into %j', (given, kept) => expect(cleaned(given)).toBe(kept));

  it('changes nothing the second time', () => {
    const piece = fc.constantFrom(' ', '\n', '\r', '\u200f', '\u0300', 'e', '\u00a0', '\u2029', 'ا');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (given) => cleaned(cleaned(given)) === cleaned(given)),
      { numRuns: 5_000 },
    );
  });
});

it('tells texts that can’t be read', () => {
  expect(['a\nb', 'اندماج 🌍', ''].map(isReadable)).toEqual([true, true, true]);
  expect(['a\0', '\u0085', 'a\ufffd', '\ud800'].map(isReadable)).toEqual([false, false, false, false]);
});

it('finds a word whatever its case, accents, marks and spaces', () => {
  expect(wordKey(' NOM  (Français) ')).toBe(wordKey('nom francais'));
  expect(wordKey('المُعرّف')).toBe(wordKey('المعرف'));
});

it('names a cell of the file, and none of a column that it doesn’t have', () => {
  const list = { sheet: null, rows: [], problems: [], places: { slug: 0, url: 27 } };
  expect(['slug', 'url', 'name_fr'].map((key) => cellOf(list, key, 7))).toEqual(['A7', 'AB7', null]);
});

describe('References', () => {
  const references = new References([
    { code: 'MA-02', keys: ['MA-02', 'oriental'], names: ['L’Oriental', 'الشرق', null] },
    { code: 'MA-06', keys: ['MA-06', 'casablanca-settat'], names: ['Casablanca'] },
    { code: 'MA-CAS', keys: ['MA-CAS', 'casablanca'], names: ['Casablanca', ''] },
  ]);

  it.each([
    ['ma-02', 'MA-02'],
    ['ORIENTAL', 'MA-02'],
    ['l oriental', 'MA-02'],
    ['الشرق', 'MA-02'],
    // An address is one record's alone.
    ['casablanca', 'MA-CAS'],
  ])('find %s', (text, code) => expect(references.find(text)).toBe(code));

  it('say what is not clear', () => {
    expect(references.find('Casa-blanca')).toMatchObject({ reason: 'network_list_unknown' });
    expect(references.find('Casablanca.')).toEqual({
      reason: 'network_list_ambiguous',
      values: { value: 'Casablanca.', found: 'MA-06, MA-CAS' },
    });
    expect(references.find('__proto__')).toMatchObject({ reason: 'network_list_unknown' });
  });
});
