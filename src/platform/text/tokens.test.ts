import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TOKEN, tokens } from './tokens.ts';

const words = (text: string, language: 'fr' | 'ar' | 'en' | 'mixed') => tokens(text, language).join(' ');

describe('French elision', () => {
  it.each([
    ["l'Oriental", 'oriental'],
    ['l’Oriental', 'oriental'],
    ["d'Oujda", 'oujda'],
    ["l'hôtel", 'hotel'],
    ["qu'ils", 'ils'],
    ["lorsqu'il", 'il'],
    ['puisqu’elle', 'elle'],
    ["jusqu'ici", 'ici'],
    ["quelqu'un", 'un'],
    ["quoiqu'on", 'on'],
    ["j'observe", 'observe'],
    ["s'y", 'y'],
    ["n'œuvre", 'oeuvre'],
    ["d'aujourd'hui", 'aujourdhui'],
    ["aujourd'hui", 'aujourdhui'],
    ["presqu'île", 'presquile'],
    ["prud'homme", 'prudhomme'],
    ["M'diq", 'mdiq'],
    ["N'Diaye", 'ndiaye'],
    ["M'Hamid", 'hamid mhamid'],
    ["n'habite", 'habite nhabite'],
    ["O'Brien", 'obrien'],
    ["l'", 'l'],
    ["'", ''],
  ])('%s → %s', (text, expected) => {
    expect(words(text, 'fr')).toBe(expected);
  });
});

describe('compounds', () => {
  it.each([
    ['multi-acteurs', 'multi acteurs multiacteurs'],
    ['Rabat-Salé-Kénitra', 'rabat sale kenitra rabatsalekenitra'],
    ['INDIMAJ-Oriental', 'indimaj oriental indimajoriental'],
    ["l'inter-régional", 'inter regional interregional'],
    ['Sud–Sud', 'sud sud sudsud'],
    ['loi 09-08', 'loi 09 08 0908'],
    ['a-t-il', 'a t il'],
    ['celui-ci', 'celui ci'],
    ['faites-le', 'faites le'],
    ['- Rabat -', 'rabat'],
    ['2018-', '2018'],
  ])('%s → %s', (text, expected) => {
    expect(words(text, 'fr')).toBe(expected);
  });
});

describe('inclusive writing', () => {
  it.each([
    ['migrant-e-s', 'migrants'],
    ['migrant·e·s', 'migrants'],
    ['migrant·es', 'migrants'],
    ['migrant.e.s', 'migrants'],
    ['migrant(e)s', 'migrants'],
    ['participant-e', 'participant'],
    ['participant-es', 'participants'],
    ['citoyen-ne-s', 'citoyens'],
    ['professionnel·le·s', 'professionnels'],
    ['acteur-rice-s', 'acteurs actrices'],
    ['acteur·rices', 'acteurs actrices'],
    ['directeur·trice', 'directeur directrice'],
    ['chercheur·euse·s', 'chercheurs chercheuses'],
    ['Marocain-e-s', 'marocains'],
    ['français·e·s', 'francais'],
    ['région(s)', 'regions'],
    ["l'étudiant·e", 'etudiant'],
  ])('%s → %s', (text, expected) => {
    expect(words(text, 'fr')).toBe(expected);
  });
});

describe('English', () => {
  it.each([
    ["the region's council", 'the region council'],
    ["regions'", 'regions'],
    ["don't", 'dont'],
    ["they're", 'they'],
    ["L'Oriental", 'oriental'],
    ["Côte d'Ivoire", 'cote ivoire'],
    ['follow-up', 'follow up followup'],
    ["qu'appelle", 'quappelle'],
  ])('%s → %s', (text, expected) => {
    expect(words(text, 'en')).toBe(expected);
  });
});

describe('each word by its own script', () => {
  it.each([
    ['جهة l’Oriental', 'جهه oriental'],
    ['بالرباط 10–11 avril', 'رباط 10 11 1011 avril'],
    ['لـOIM', 'ل oim'],
    ['OIMو', 'oim و'],
    ['سنة2018', 'سنه 2018'],
    ['الدار البيضاء-سطات', 'دار بيضاء سطات'],
    ['سوس ـ ماسة', 'سوس ماسه'],
    ['ⵜⴰⵏⴳⵎⵓⴹⵜ', 'ⵜⴰⵏⴳⵎⵓⴹⵜ'],
    ['العربية، والفرنسية؛', 'عربيه فرنسيه'],
  ])('%s → %s', (text, expected) => {
    for (const language of ['fr', 'ar', 'en', 'mixed'] as const) expect(words(text, language)).toBe(expected);
  });
});

describe('hostile text', () => {
  it.each([
    ['nothing', '', []],
    ['only diacritics', '\u0301\u064b\u0651', []],
    ['only signs', '-–·’…()', []],
    ['emoji', '🎉👩‍🌾', []],
    ['lone surrogates', '\ud83d Rabat \ude00', ['rabat']],
    ['right-to-left override', '\u202eRabat\u202c', ['rabat']],
    ['override inside a word', 'Ra\u202ebat', ['rabat']],
    ['a chain of elisions', "l'".repeat(3), ['lll']],
  ])('%s', (_, text, expected) => {
    expect(tokens(text, 'mixed')).toEqual(expected);
  });

  it('finds in a megabyte exactly the words of its parts', () => {
    const unit = 'L’inter-régional, migrant-e-s والتوصيات 2018 ';
    const count = Math.ceil(1_000_000 / unit.length);
    expect(tokens(unit.repeat(count), 'fr')).toEqual(Array(count).fill(tokens(unit, 'fr')).flat());
  });

  it.each(['a', 'ا', "l'", 'a-', '-', '·e', "'", '(e)', 'و', 'ات', '😀a', '.e.s', '(', "a'-·"])(
    'cuts what 300,000 characters of “%s” give to tokens of bounded length',
    (unit) => {
      const found = tokens(unit.repeat(300_000 / unit.length), 'fr');
      expect(
        found.every((token) => token.length > 0 && token.length <= MAX_TOKEN && token.isWellFormed()),
      ).toBe(true);
    },
  );

  it('does not cut a letter of the astral planes in two', () => {
    expect(tokens(`a${'𐐨'.repeat(100)}`, 'fr')).toEqual([`a${'𐐨'.repeat(31)}`]);
  });

  it('gives words that are words: no space, sign or capital', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom('fr', 'ar', 'en', 'mixed'),
        (text, language) => {
          for (const token of tokens(text, language)) expect(token).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
