import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, similarity } from './similarity.ts';

describe('nameKey', () => {
  it.each([
    ['Ahmed Skim', 'ahmed skim'],
    ['SKIM Ahmed', 'ahmed skim'],
    ['Skim, Ahmed', 'ahmed skim'],
    ['M. Ahmed Skim', 'ahmed skim'],
    ['M.Ahmed Skim', 'ahmed skim'],
    ['Mme Ana Fonseca', 'ana fonseca'],
    ['Mme. Hind Aïssaoui-Bennani', 'aissaoui bennani hind'],
    ['Pr Nourredine Alem', 'alem nourredine'],
    ['Dr. Saad El Alami', 'alami saad'],
    ['Son Exc. M. David Martineau', 'david martineau'],
    ['Med Benali', 'benali mohamed'],
    ["Conseil régional de l'Oriental", 'conseil oriental regional'],
    ["l'Ambassade des Pays-Bas", 'ambassade bas pays'],
    ['السيد أحمد سكيم', 'احمد سكيم'],
    ['السيدة هند عيساوي بناني', 'بناني عيساوي هند'],
    ['د. سعد العلمي', 'سعد علمي'],
    ['إلياس العلوي', 'الياس علوي'],
    ['M.', 'm'],
    ['El', 'el'],
    ['', ''],
    ['\u0301\u064b', ''],
    ['🎉', ''],
    ['\u202eSkim\u202c Ahmed', 'ahmed skim'],
  ])('%s → %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});

describe('the same name', () => {
  it.each([
    ['Hind Aïssaoui Bennani', 'Mme Hind AISSAOUI-BENNANI'],
    ['Hind Aïssaoui Bennani', 'Bennani Aissaoui, Hind'],
    ['Hind Aïssaoui Bennani', 'Hind Aissawi Benani'],
    ['Nourredine Alem', 'Pr Noureddine Alem'],
    ['Nourredine Alem', 'Nour-Eddine Alem'],
    ['Saad Alami', 'M. Saad El Alami'],
    ['Mohamed Benali', 'Mohammed Ben Ali'],
    ['Mohamed Benali', 'Med BENALI'],
    ["Conseil Régional de l'Oriental", 'Conseil de la région de l’Oriental'],
    ['محمد العلمي', 'السيد محمّد علمي'],
    ['أحمد سكيم', 'سكيم احمد'],
    ['Béni Mellal-Khénifra', 'Beni-Mellal Khenifra'],
    ['Université Mohammed Premier', 'Université Mohamed Premier'],
    ['Hind Aïssaoui Bennani هند عيساوي بناني', 'هند عيساوي بناني'],
  ])('in one script: %s, %s', (a, b) => {
    expect(similarity(a, b)).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['Hind Aïssaoui Bennani', 'هند عيساوي بناني'],
    ['M. Ahmed Skim', 'السيد أحمد سكيم'],
    ['Nourredine Alem', 'نور الدين عالم'],
    ['David Martineau', 'دافيد مارتينو'],
    ['Bara Mboup', 'بارا مبوب'],
    ['Ana Fonseca', 'آنا فونسيكا'],
    ['Abdallah Tazi', 'عبد الله التازي'],
    ['Drâa-Tafilalet', 'درعة تافيلالت'],
    ['Guelmim-Oued Noun', 'كلميم وادي نون'],
  ])('across scripts: %s, %s', (a, b) => {
    expect(similarity(a, b)).toBeGreaterThanOrEqual(0.85);
  });

  it.each([
    ['Saad Alami', 'سعد العلمي'],
    ['H. Bennani', 'Hind Bennani'],
    ['Abdellah Tazi', 'Abdallah Tazi'],
    ['Med Benali', 'محمد بن علي'],
  ])('worth a look: %s, %s', (a, b) => {
    expect(similarity(a, b)).toBeGreaterThanOrEqual(0.75);
  });
});

describe('other names', () => {
  const people = [
    'Ana Fonseca',
    'Ahmed Skim',
    'Saad Alami',
    'David Martineau',
    'Nourredine Alem',
    'Bara Mboup',
  ];
  const arabic = ['هند عيساوي بناني', 'أحمد سكيم', 'سعد العلمي', 'نور الدين عالم', 'بارا مبوب'];
  const hind = 'Hind Aïssaoui Bennani';

  it('no two of the people of the Rabat workshop are alike, in one script', () => {
    const close = [...people, hind].flatMap((a, i, all) => {
      return all.slice(i + 1).flatMap((b) => (similarity(a, b) >= 0.4 ? [`${a} = ${b}`] : []));
    });
    expect(close).toEqual([]);
  });

  it('each is most alike to the Arabic spelling of the same name', () => {
    const best = [hind, 'Ahmed Skim', 'Saad Alami', 'Nourredine Alem', 'Bara Mboup'].map(
      (name) => [...arabic].sort((p, q) => similarity(name, q) - similarity(name, p))[0],
    );
    expect(best).toEqual(arabic);
  });

  it.each([
    [hind, 'أحمد سكيم'],
    [hind, 'سعد العلمي'],
    ['Ana Fonseca', 'هند عيساوي بناني'],
    ['Ali', 'علي'],
    ['Ali', 'ليلى'],
    ['Rabat', 'سلا'],
    ['Ahmed Skim', 'Ahmed Alami'],
    ['Karim Alami', 'Akram Alami'],
    ["Conseil régional de l'Oriental", 'Conseil régional de Souss-Massa'],
  ])('%s, %s', (a, b) => {
    expect(similarity(a, b)).toBeLessThan(0.7);
  });
});

const source = new URL('../../../../shared/data/geo/morocco-map/regions.json', import.meta.url);

describe('regions', () => {
  it.skipIf(!existsSync(source))(
    'each finds its own Arabic name first, but those that are translated (skipped where ../shared/data/geo is absent)',
    () => {
      const pairs: { latin: string; arabic: string }[] = JSON.parse(
        readFileSync(source, 'utf8'),
      ).objects.regions.geometries.map(
        ({ properties }: { properties: { 'name:en': string; 'name:ar': string } }) => ({
          latin: properties['name:en'].replace(/ \(EH.*\)/, ''),
          arabic: properties['name:ar'],
        }),
      );
      const wrong = pairs.filter(({ latin, arabic }) => {
        const own = similarity(latin, arabic);
        return pairs.some((other) => other.arabic !== arabic && similarity(latin, other.arabic) >= own);
      });
      expect(pairs).toHaveLength(12);
      expect(wrong.map(({ latin }) => latin)).toEqual(["L'Oriental"]);
    },
  );
});

describe('properties and hostile names', () => {
  it.each(['', '\u0301', '🎉', '\ud83d', '...'])('%j is like nothing', (name) => {
    expect(similarity(name, name)).toBe(0);
    expect(similarity(name, 'Ahmed Skim')).toBe(0);
  });

  it('compares the first words of a megabyte', () => {
    expect(similarity('Ahmed Skim '.repeat(100_000), 'Ahmed Skim '.repeat(100_000))).toBeCloseTo(1);
    expect(similarity('a'.repeat(1_000_000), 'ا'.repeat(1_000_000))).toBeLessThan(0.5);
  });

  it('is symmetric, within 0 and 1, and 1 for a name and itself', () => {
    const name = fc
      .array(
        fc.constantFrom(
          'Ahmed',
          'Skim',
          'El',
          'Ben',
          'Ali',
          'Benali',
          'Hind',
          'h',
          'هند',
          'بن',
          'علي',
          'العلمي',
          'M.',
          'Nour',
          'Eddine',
          'Noureddine',
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(similarity(a, b)).toBe(similarity(b, a));
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
        expect(similarity(a, a)).toBeCloseTo(1);
      }),
      { numRuns: 1000 },
    );
  });
});
