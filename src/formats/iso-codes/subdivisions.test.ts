import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NotSubdivisions, parseSubdivisions } from './subdivisions.ts';

const read = (list: unknown, countries = ['MA'], most = 100) =>
  parseSubdivisions(JSON.stringify({ '3166-2': list }), { countries, most });

describe('parseSubdivisions', () => {
  it('takes the parts of the countries asked for, marks apart from names, parents with their country', () => {
    expect(
      read(
        [
          { code: 'FR-01', name: 'Ain', type: 'Department', parent: 'ARA' },
          { code: 'MA-12', name: 'Dakhla-Oued Ed-Dahab (EH)', type: 'Region' },
          { code: 'MA-ASZ', name: 'Assa-Zag (EH-partial)', type: 'Province', parent: '10' },
          { code: 'MA-AGD', name: 'Agadir (Ida-Ou-Tanane)', type: 'Prefecture', parent: '09' },
          { code: 'GB-LND', name: 'London', type: 'City', parent: 'GB-ENG' },
        ],
        ['MA', 'GB'],
      ),
    ).toEqual({
      subdivisions: [
        { entry: 2, code: 'MA-12', name: 'Dakhla-Oued Ed-Dahab', mark: 'EH', parent: null },
        { entry: 3, code: 'MA-ASZ', name: 'Assa-Zag', mark: 'EH-partial', parent: 'MA-10' },
        { entry: 4, code: 'MA-AGD', name: 'Agadir (Ida-Ou-Tanane)', mark: null, parent: 'MA-09' },
        { entry: 5, code: 'GB-LND', name: 'London', mark: null, parent: 'GB-ENG' },
      ],
      faults: [],
    });
  });

  it('says which entries are of another form, and passes over those of other countries', () => {
    const list = [
      null,
      'MA-AGD',
      { code: 7 },
      { code: 'MA-AGD', name: ['Agadir'] },
      { code: 'MA-AGD', name: 'Agadir', parent: { code: '09' } },
      { code: 'FR-01', name: 1 },
      { code: 'MAX', name: 'Another' },
    ];
    expect(read(list)).toEqual({
      subdivisions: [],
      faults: [
        { entry: 1, field: 'code' },
        { entry: 2, field: 'code' },
        { entry: 3, field: 'code' },
        { entry: 4, field: 'name' },
        { entry: 5, field: 'parent' },
      ],
    });
  });

  it.each([
    ['{', 'not JSON'],
    ['', 'not JSON'],
    ['['.repeat(1_000_000), 'not JSON'],
    ['null', 'no list'],
    ['[]', 'no list'],
    ['{"3166-1": []}', 'no list'],
    ['{"3166-2": {"0": {}}}', 'no list'],
    [`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'no list'],
    ['{"__proto__": {"3166-2": []}}', 'no list'],
    ['{"3166-2": [1, 2, 3]}', 'too many'],
  ])('refuses %.20s…: %s', (text, why) => {
    const reading = () => parseSubdivisions(text, { countries: ['MA'], most: 2 });
    expect(reading).toThrow(NotSubdivisions);
    expect(reading).toThrow(expect.objectContaining({ why }));
  });
});

const file = new URL('../../../../shared/data/codelists/debian-iso-codes/iso_3166-2.json', import.meta.url);

describe.skipIf(!existsSync(file))(
  `the list of Debian's iso-codes${existsSync(file) ? '' : ' (skipped: ../shared/data is not here)'}`,
  () => {
    it('holds twelve regions of Morocco and seventy-five provinces and prefectures', () => {
      const { subdivisions, faults } = parseSubdivisions(readFileSync(file, 'utf8'), {
        countries: ['MA'],
        most: 10_000,
      });
      expect(faults).toEqual([]);
      expect(subdivisions.filter(({ parent }) => parent === null)).toHaveLength(12);
      expect(subdivisions.filter(({ parent }) => parent !== null)).toHaveLength(75);
      const marked = subdivisions.filter(({ mark }) => mark !== null);
      expect(marked.map(({ code, mark }) => `${code} ${mark}`)).toEqual([
        'MA-10 EH-partial',
        'MA-11 EH-partial',
        'MA-12 EH',
        'MA-AOU EH',
        'MA-ASZ EH-partial',
        'MA-BOD EH',
        'MA-ESM EH-partial',
        'MA-LAA EH',
        'MA-OUD EH',
        'MA-TAF EH-partial',
        'MA-TNT EH-partial',
      ]);
      expect(subdivisions.filter(({ name }) => /EH/.test(name))).toEqual([]);
    });
  },
);
