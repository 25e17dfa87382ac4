import { describe, expect, it } from 'vitest';
import {
  ChainGrowth,
  columnsOf,
  directTies,
  FOUND_MOST,
  NODES_MOST,
  SHOWN_MOST,
  type ChainKind,
  type ChainNode,
  type Tie,
} from './model.ts';

const node = (id: string, kind: ChainKind): ChainNode => ({ id, kind, level: 0 });
const nodes = [
  node('meeting', 'workshops'),
  node('conclusion', 'conclusions'),
  node('first', 'recommendations'),
  node('second', 'recommendations'),
  node('answer', 'responses'),
  node('commitment', 'commitments'),
];

describe('columns', () => {
  const columns = (ties: Tie[]) => Object.fromEntries(columnsOf({ nodes, ties }));

  it('follow the story, and part what succeeds another', () => {
    const ties: Tie[] = [
      ['meeting', 'conclusion'],
      ['conclusion', 'first'],
      ['first', 'second'],
      ['second', 'answer'],
      ['answer', 'commitment'],
    ];
    const expected = { meeting: 0, conclusion: 1, first: 2, second: 3, answer: 4, commitment: 5 };
    expect(columns(ties)).toEqual(expected);
    expect(columns(ties.filter(([from]) => from !== 'first'))).toEqual({
      ...expected,
      second: 2,
      answer: 3,
      commitment: 4,
    });
  });

  it('bear a circle', () => {
    const ties: Tie[] = [
      ['first', 'second'],
      ['second', 'first'],
    ];
    const { first, second } = columns(ties);
    expect(Math.abs(first! - second!)).toBe(1);
  });
});

it('ties that others tell already are left out', () => {
  const ties: Tie[] = [
    ['first', 'answer'],
    ['answer', 'commitment'],
    ['first', 'commitment'],
    ['second', 'commitment'],
  ];
  expect(directTies({ ties })).toEqual([ties[0], ties[1], ties[3]]);
  const circle: Tie[] = [
    ['a', 'b'],
    ['b', 'a'],
  ];
  expect(directTies({ ties: circle })).toEqual(circle);
});

describe('a chain that grows', () => {
  const found = (ids: string[], all = ids.length) =>
    ids.map((id, index) => ({
      kind: 'commitments' as const,
      id,
      near: 'root',
      place: index + 1,
      found: all,
    }));
  const ids = (count: number, prefix = 'c') => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
  const root = { kind: 'recommendations' as const, id: 'root' };

  it('does not count what a later step shows', () => {
    const growth = new ChainGrowth(root);
    growth.take('onward', 1, found(ids(SHOWN_MOST + 2)));
    expect(growth.finished().hidden).toEqual({ commitments: { count: 2, exact: true } });
    growth.take('onward', 2, found([`c${SHOWN_MOST}`]));
    expect(growth.finished().hidden).toEqual({ commitments: { count: 1, exact: true } });
  });

  it('says that there may be more than it can count', () => {
    const growth = new ChainGrowth(root);
    growth.take('onward', 1, found(ids(FOUND_MOST), FOUND_MOST + 100));
    const count = FOUND_MOST + 100 - SHOWN_MOST;
    expect(growth.finished().hidden).toEqual({ commitments: { count, exact: false } });
  });

  it('is cut where it is long, and says so', () => {
    const growth = new ChainGrowth(root);
    let step = 0;
    for (let next = 1; next > 0 && step < 1_000;) {
      step += 1;
      next = growth.take('onward', step, found(ids(SHOWN_MOST, `step${step}-`))).length;
    }
    const { nodes, cut } = growth.finished();
    expect(cut).toBe(true);
    expect(nodes.length).toBeLessThanOrEqual(NODES_MOST + SHOWN_MOST);
  });
});
