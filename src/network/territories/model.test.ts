import { describe, expect, it } from 'vitest';
import { disagreeing, latestFigures, sumOf, type FigureRow, hasGaps } from './model.ts';

type Figure = Pick<FigureRow, 'id' | 'territory_id' | 'measure' | 'as_of' | 'value'>;
const figure = (id: string, of: Partial<Figure>): Figure => ({
  id,
  territory_id: 'morocco',
  measure: 'foreign-residents',
  as_of: '2014',
  value: 0,
  ...of,
});

describe('figures that disagree', () => {
  it('are those of one territory, measure and date with different values', () => {
    const figures = [figure('a', { value: 86_206 }), figure('b', { value: 84_001 })];
    expect([...disagreeing(figures)]).toEqual(['a', 'b']);
  });

  it('are not those that two sources give alike, nor those of another date, measure or territory', () => {
    const figures = [
      figure('a', { value: 86_206 }),
      figure('b', { value: 86_206 }),
      figure('c', { value: 148_152, as_of: '2024' }),
      figure('d', { value: 33_848_242, measure: 'population' }),
      figure('e', { value: 7_453, territory_id: 'tanger' }),
    ];
    expect(disagreeing(figures).size).toBe(0);
  });
});

describe('the latest figures', () => {
  it('are of the newest date of their own measure', () => {
    const figures = [
      figure('a', { as_of: '2014' }),
      figure('b', { as_of: '2024' }),
      figure('c', { as_of: '2014', measure: 'population' }),
    ];
    expect(latestFigures(figures).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});

describe('the sum over territories', () => {
  const [north, south] = [{ id: 'north' }, { id: 'south' }];
  const figures = [
    figure('a', { territory_id: 'north', value: 2 }),
    figure('b', { territory_id: 'south', value: 3 }),
    figure('c', { territory_id: 'elsewhere', value: 100 }),
    figure('d', { territory_id: 'south', measure: 'population', value: 1_000 }),
  ];

  it('adds the one figure of each', () => {
    expect(sumOf([north, south], figures, 'foreign-residents')).toBe(5);
  });

  it('is not given where one has no figure, or several', () => {
    expect(sumOf([north, south], figures, 'population')).toBeNull();
    const twice = [...figures, figure('e', { territory_id: 'south', value: 4 })];
    expect(sumOf([north, south], twice, 'foreign-residents')).toBeNull();
    expect(sumOf([], figures, 'population')).toBeNull();
  });
});

describe('the gaps of a table', () => {
  const [north, south] = [{ id: 'north' }, { id: 'south' }];
  const counted = figure('a', { territory_id: 'north', measure: 'population' });

  it('are the measures that are shown and that a territory lacks', () => {
    expect(hasGaps([north, south], [counted])).toBe(true);
    expect(hasGaps([north], [counted])).toBe(false);
    const second = figure('b', { territory_id: 'south', measure: 'foreign-residents' });
    expect(hasGaps([north], [counted, second])).toBe(true);
  });

  it('are none where nothing is shown', () => {
    expect(hasGaps([], [])).toBe(false);
    expect(hasGaps([north], [])).toBe(false);
  });
});
