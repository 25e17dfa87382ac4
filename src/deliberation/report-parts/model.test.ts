import { expect, it } from 'vitest';
import type { ReportData, ReportGroup, Saying } from '../reports/model.ts';
import type { Votes } from '../told-votes/model.ts';
import { partsOf } from './model.ts';

const most: Votes = [9, 1, 0];
const few: Votes = [1, 9, 0];

function group(...says: Saying[]): ReportGroup {
  return { people: 20, steadiness: 0.9, says };
}

function saying(statement: number, side: Saying['side'], groups?: (Votes | null)[]): Saying {
  const own = side === 'agree' ? most : few;
  return { statement, side, own, others: side === 'agree' ? few : most, ...(groups && { groups }) };
}

const report = (told: Partial<ReportData>) =>
  partsOf({ unites: [], divides: [], groups: [], ...told } as unknown as ReportData);
const numbers = (all: { statement: number }[]) => all.map(({ statement }) => statement);

it('of two groups, a statement stands under the one that agrees with it more, and once', () => {
  const groups = [
    group(saying(1, 'agree'), saying(2, 'disagree'), saying(3, 'agree')),
    group(saying(2, 'agree'), saying(1, 'disagree')),
  ];
  const divides = [{ statement: 2, groups: [few, most] }];
  const unites = [
    { statement: 3, side: 'agree' as const, everywhere: true, groups: [most, most] },
    { statement: 2, side: 'agree' as const, everywhere: false, groups: [few, most] },
    { statement: 4, side: 'agree' as const, everywhere: false, groups: [most, few] },
  ];
  const parts = report({ groups, divides, unites });
  expect(parts.groups.map(({ says }) => [numbers(says.agree), numbers(says.disagree)])).toEqual([
    [[1], []],
    [[2], []],
  ]);
  expect(numbers(parts.everywhere)).toEqual([3]);
  expect(numbers(parts.mostly)).toEqual([4]);
  // What both say is told where it unites, and named where a group says it more.
  expect(parts.groups.map(({ elsewhere }) => elsewhere)).toEqual([[{ statement: 3, side: 'agree' }], []]);
  // The others of one group are the other.
  expect(parts.groups[0]!.says.agree[0]!.groups).toEqual([most, few]);
});

it('of three groups, it stands under one that says it and is named under the others', () => {
  const all = [most, most, few];
  const parts = report({
    groups: [
      group(saying(1, 'agree', all)),
      group(saying(1, 'agree', all)),
      group(saying(1, 'disagree', all)),
    ],
    divides: [
      { statement: 1, groups: all },
      { statement: 2, groups: [null, few, most] },
      { statement: 3, groups: [null, null, null] },
    ],
  });
  expect(parts.groups.map(({ says }) => numbers(says.agree))).toEqual([[1], [], [2]]);
  expect(parts.groups.map(({ elsewhere }) => elsewhere)).toEqual([
    [],
    [{ statement: 1, side: 'agree' }],
    [{ statement: 1, side: 'disagree' }],
  ]);
});

it('where the answers of each group were not kept, those that were stand alone', () => {
  const parts = report({ groups: [group(saying(1, 'disagree')), group(), group()] });
  expect(parts.groups[0]!.says.disagree).toEqual([{ statement: 1, groups: [few, undefined, undefined] }]);
});
