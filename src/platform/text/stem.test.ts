import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stems } from './stem.ts';
import type { TextLanguage } from './tokens.ts';

const stem = (text: string, language: TextLanguage) => stems(text, language).join(' ');

/** Every form on a line shares one stem, and no two lines share one. */
const families: Record<'ar' | 'fr' | 'en', string[]> = {
  ar: [
    'توصية التوصيات والتوصيات بالتوصية توصيات للتوصيات توصياتها توصيتهم تَوْصِيَة',
    'جهة الجهات للجهات والجهة بالجهة بجهة جهاتنا',
    'ورشة ورشات والورشة بالورشات للورشة',
    'جلسة الجلسات وجلسة',
    'التزام الالتزام التزامات والالتزامات بالالتزام',
    'مهاجر المهاجرين والمهاجرون للمهاجرات المهاجرة',
    'هجرة الهجرة والهجرة للهجرة',
    'اتفاقية الاتفاقيات باتفاقية',
    'شراكة الشراكات وشراكة',
    'إقليم أقاليم الأقاليم بإقليم',
    'مجلس المجالس والمجلس بالمجلس',
    'برنامج البرامج وبرنامج برنامجها',
    'وزارة الوزارات والوزارة بالوزارات',
    'وزير الوزراء والوزير',
    'لجنة اللجان واللجنة للجنة',
    'لغة اللغات للغة',
    'حكامة الحكامة والحكامة',
    'قانون القانون القانونية',
    'تكوين التكوين تكوينات',
    'مشارك مشاركة المشاركين مشاركات',
    'آلية الآليات وآليات',
    'خارطة خريطة الخرائط',
    'تطوان وتطوان بتطوان',
    'بركان ببركان',
    'الله',
  ],
  fr: [
    'région régions Régions (région) région(s)',
    'recommandation recommandations RECOMMANDATIONS',
    'migrant migrants migrante migrantes migrant-e-s migrant·e·s migrant·es migrant(e)s migrant.e.s',
    "l'Oriental Oriental orientale d’oriental",
    'engagement engagements',
    "atelier ateliers l'atelier",
    'intégré intégrée intégrés intégrées integre integree intégrer',
    'mobilité mobilités mobilite',
    'premier première premières premiere',
    'université universités universite',
    'régional régionale régionaux régionales',
    'acteur acteurs',
    'actrice actrices',
    'stratégie stratégies stratégique',
    'marocain marocaine marocains marocain-e-s',
    'gouvernance',
    'bonne bonnes',
    'pratique pratiques',
    "étude études l'étude",
    'Tétouan tetouan',
  ],
  en: [
    "region regions region's Regional",
    'recommendation recommendations',
    'commitment commitments',
    'practice practices',
    'authority authorities',
    'migrant migrants',
    'council councils',
  ],
};

describe.each(['ar', 'fr', 'en'] as const)('families of words in %s', (language) => {
  it.each(families[language])('%s', (family) => {
    const found = family.split(' ').map((word) => stem(word, language));
    expect(new Set(found)).toEqual(new Set([found[0]]));
    expect(found[0]).toMatch(/^\S{2,}$/);
  });

  it('are kept apart', () => {
    const firsts = families[language].map((family) => stem(family.split(' ')[0] ?? '', language));
    expect(new Set(firsts).size).toBe(firsts.length);
  });
});

describe('French endings whose accent is gone stem as Snowball stems them with it', () => {
  it.each([
    ['mobilite', 'mobil'],
    ['universités', 'univers'],
    ['premiere', 'premi'],
    ['integree', 'integr'],
  ])('%s → %s', (word, expected) => {
    expect(stem(word, 'fr')).toBe(expected);
  });
});

describe('words that must not lose a root letter', () => {
  it.each([
    ['ولد', 'ولد'],
    ['بلد', 'بلد'],
    ['فاس', 'فاس'],
    ['فندق', 'فندق'],
    ['باب', 'باب'],
    ['بني', 'بني'],
    ['كلميم', 'كلميم'],
    ['وجدة', 'وجد'],
    ['بنسليمان', 'بنسليمان'],
    ['الله', 'الله'],
    ['محاكم', 'محاكم'],
    ['مساهم', 'مساهم'],
    ['بنك', 'بنك'],
  ])('%s → %s', (word, expected) => {
    expect(stem(word, 'ar')).toBe(expected);
  });
});

describe('stop words', () => {
  it.each<[TextLanguage, string, string]>([
    [
      'fr',
      'Les Régions marocaines, actrices de la politique migratoire',
      'region marocain actric polit migratoir',
    ],
    ['fr', "il n'y a pas que cela", ''],
    ['en', 'the regions and their councils', 'region council'],
    ['ar', 'من أجل التنمية في الجهات', 'اجل تنم جه'],
    ['ar', 'وفي هذه الجهة', 'جه'],
    ['mixed', 'Dialogue بين الجهات', 'dialogu جه'],
    ['mixed', 'ⵜⴰⵏⴳⵎⵓⴹⵜ 2018 한국', 'ⵜⴰⵏⴳⵎⵓⴹⵜ 2018 한국'],
  ])('%s: %s', (language, text, expected) => {
    expect(stem(text, language)).toBe(expected);
  });

  it.each([
    ['علي', 'على and the first name Ali fold alike'],
    ['بن', 'part of names'],
    ['الحسيمة', 'a place'],
  ])('%s stays findable: %s', (word) => {
    expect(stems(word, 'ar')).toHaveLength(1);
  });
});

describe('languages', () => {
  it('stems Arabic words in a French text as it stems them in an Arabic one', () => {
    expect(stems('Les التوصيات', 'fr')).toEqual(stems('توصية', 'ar'));
  });

  it('reads Latin words of an Arabic or mixed text as French', () => {
    expect(stems('recommandations', 'ar')).toEqual(stems('recommandation', 'fr'));
    expect(stems('recommandations', 'mixed')).toEqual(stems('recommandation', 'fr'));
  });

  it('repeats a stem as often as its words occur, in reading order', () => {
    expect(stems('région, migrant, régions', 'fr')).toEqual(['region', 'migr', 'region']);
  });
});

describe('hostile text', () => {
  it.each(['', '\u0301\u064b', '🎉', '\ud83d', '\u202e', "l'", '···', 'ـــ'])('%j has no stem', (text) => {
    expect(stems(text, 'mixed')).toEqual([]);
  });

  it('finds in a megabyte exactly the stems of its parts', () => {
    const unit = 'Les régions والتوصيات 2018 ';
    const count = Math.ceil(1_000_000 / unit.length);
    expect(stems(unit.repeat(count), 'fr')).toEqual(Array(count).fill(stems(unit, 'fr')).flat());
  });

  it('gives folded stems only, and never an empty one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."aeéèitrsnlm'-·. ابتةهويكلمنسف") }),
        fc.constantFrom<TextLanguage>('fr', 'ar', 'en', 'mixed'),
        (text, language) => {
          for (const found of stems(text, language)) expect(found).toMatch(/^[a-z\u0621-\u064a]+$/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
