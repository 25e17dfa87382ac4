import type { Measure } from '#network/territories/model.ts';
import type { TerritoryInput } from '#network/territories/schema.ts';
import type { Links } from './links.ts';
import { name, text, type FullText } from './text.ts';

/** One figure of a territory, as one source gives it. */
export interface FigureEntry {
  measure: Measure;
  value: number;
  asOf: string;
  source: string;
}

export interface TerritoryEntry extends Omit<TerritoryInput, 'slug' | 'parentId' | 'name' | 'shortName'> {
  parent?: string;
  name: FullText;
  shortName?: FullText;
  figures: FigureEntry[];
  links: Links;
}

const population = (value: number): FigureEntry => ({
  measure: 'population',
  value,
  asOf: '2024',
  source: 'rgph-2024',
});
const foreigners = (asOf: '2014' | '2024', value: number, source: string): FigureEntry => ({
  measure: 'foreign-residents',
  value,
  asOf,
  source,
});

function region(
  code: string,
  tile: [column: number, row: number],
  names: { name: FullText; shortName: FullText; codeMark?: string },
  figures: FigureEntry[],
): TerritoryEntry {
  const [column, row] = tile;
  return {
    parent: 'morocco',
    level: 'region',
    code,
    tile: { column, row },
    ...names,
    figures,
    links: { cites: ['iso-3166-2'] },
  };
}

/**
 * Morocco and its twelve regions, in the order of ISO 3166-2:MA, whose marks are kept as data. Short names hold
 * soft hyphens where they may part in a narrow cell. The two national figures for 2014 contradict one another,
 * and both stand: each source quotes the census.
 */
export const territories: Record<string, TerritoryEntry> = {
  morocco: {
    level: 'country',
    code: 'MA',
    name: text('Maroc', 'المغرب', 'Morocco'),
    figures: [
      population(36_828_330),
      foreigners('2014', 86_206, 'le360-2015'),
      foreigners('2014', 84_001, 'aujourdhui-2017'),
      foreigners('2024', 148_152, 'vieeco-2024'),
    ],
    links: { cites: ['iso-3166-2'] },
  },
  'tanger-tetouan-al-hoceima': region(
    'MA-01',
    [4, 1],
    {
      name: text('Tanger-Tétouan-Al Hoceima', 'طنجة-تطوان-الحسيمة', 'Tangier-Tetouan-Al Hoceima'),
      shortName: text('Tanger', 'طنجة', 'Tangier'),
    },
    [population(4_030_222), foreigners('2014', 7_453, 'le360-2015')],
  ),
  oriental: region(
    'MA-02',
    [6, 2],
    {
      name: text('L’Oriental', 'الشرق', 'Oriental'),
      shortName: text('Orien\u00adtal', 'الشرق', 'Orien\u00adtal'),
    },
    [population(2_294_665)],
  ),
  'fes-meknes': region(
    'MA-03',
    [5, 2],
    { name: text('Fès-Meknès', 'فاس-مكناس', 'Fez-Meknes'), shortName: text('Fès', 'فاس', 'Fez') },
    [population(4_467_911), foreigners('2014', 5_728, 'le360-2015')],
  ),
  'rabat-sale-kenitra': region(
    'MA-04',
    [4, 2],
    {
      name: text('Rabat-Salé-Kénitra', 'الرباط-سلا-القنيطرة', 'Rabat-Sale-Kenitra'),
      shortName: name('Rabat', 'الرباط'),
    },
    [
      population(5_132_639),
      foreigners('2014', 20_212, 'le360-2015'),
      foreigners('2024', 29_233, 'vieeco-2024'),
    ],
  ),
  'beni-mellal-khenifra': region(
    'MA-05',
    [5, 3],
    {
      name: text('Béni Mellal-Khénifra', 'بني ملال-خنيفرة', 'Beni Mellal-Khenifra'),
      shortName: text('Béni Mellal', 'بني ملال', 'Beni Mellal'),
    },
    [population(2_525_801)],
  ),
  'casablanca-settat': region(
    'MA-06',
    [4, 3],
    { name: name('Casablanca-Settat', 'الدار البيضاء-سطات'), shortName: name('Casa', 'الدار البيضاء') },
    [
      population(7_688_967),
      foreigners('2014', 31_239, 'le360-2015'),
      foreigners('2024', 60_902, 'vieeco-2024'),
    ],
  ),
  'marrakech-safi': region(
    'MA-07',
    [4, 4],
    { name: name('Marrakech-Safi', 'مراكش-آسفي'), shortName: name('Marra\u00adkech', 'مراكش') },
    [population(4_892_393), foreigners('2014', 8_636, 'le360-2015')],
  ),
  'draa-tafilalet': region(
    'MA-08',
    [5, 4],
    {
      name: text('Drâa-Tafilalet', 'درعة-تافيلالت', 'Draa-Tafilalet'),
      shortName: text('Drâa', 'درعة', 'Draa'),
    },
    [population(1_655_623)],
  ),
  'souss-massa': region(
    'MA-09',
    [4, 5],
    { name: name('Souss-Massa', 'سوس-ماسة'), shortName: name('Souss', 'سوس') },
    [population(3_020_431), foreigners('2024', 14_001, 'vieeco-2024')],
  ),
  'guelmim-oued-noun': region(
    'MA-10',
    [3, 6],
    {
      name: name('Guelmim-Oued Noun', 'كلميم-واد نون'),
      shortName: name('Guel\u00admim', 'كلميم'),
      codeMark: 'EH-partial',
    },
    [population(448_685), foreigners('2014', 347, 'le360-2015')],
  ),
  'laayoune-sakia-el-hamra': region(
    'MA-11',
    [2, 7],
    {
      name: text('Laâyoune-Sakia El Hamra', 'العيون-الساقية الحمراء', 'Laayoune-Sakia El Hamra'),
      shortName: text('Laâ\u00adyoune', 'العيون', 'Laa\u00adyoune'),
      codeMark: 'EH-partial',
    },
    [population(451_028)],
  ),
  'dakhla-oued-ed-dahab': region(
    'MA-12',
    [1, 8],
    {
      name: name('Dakhla-Oued Ed-Dahab', 'الداخلة-وادي الذهب'),
      shortName: name('Dakhla', 'الداخلة'),
      codeMark: 'EH',
    },
    [population(219_965)],
  ),
};
